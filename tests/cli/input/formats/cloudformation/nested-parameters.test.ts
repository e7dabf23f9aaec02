import assert from "node:assert/strict";
import { join, relative } from "node:path";
import { defaultConfiguration } from "../../../../../checks";
import { checkFile } from "../../../../../cli/commands/check-file";
import { readPath } from "../../../../../cli/input/read-path";
import { Workspace } from "../../../command";

const device = { HostPath: "/dev/neuron0", Permissions: ["read", "write"] };
const task = {
    Type: "AWS::ECS::TaskDefinition",
    Properties: {
        ContainerDefinitions: [
            { Name: "llm", Image: "llm-neuronx:1", Memory: 1000, LinuxParameters: { Devices: [device] } },
        ],
    },
};
const serving = (launchType: unknown, taskDefinition: unknown = { Ref: "Task" }) => ({
    Serving: { Type: "AWS::ECS::Service", Properties: { LaunchType: launchType, TaskDefinition: taskDefinition } },
});
const onFargate = (taskDefinition: unknown) => serving("FARGATE", taskDefinition);
const violated = "Serving neuron-compatible-launch-type violation";

const nested = (path: object, Parameters: object = {}) => ({
    Type: "AWS::CloudFormation::Stack",
    Properties: { TemplateURL: "./child.json", Parameters },
    ...path,
});

describe("Nested stacks of templates of one folder", () => {
    const workspace = new Workspace();
    after(() => workspace.remove());
    /** What is found of launch types. */
    const found = (folder: string, parameters: Readonly<Record<string, string>> = {}) =>
        [...readPath(join(workspace.folder, folder), { parameters }, () => false)]
            .flatMap((event) => (event.kind === "file" ? [event] : []))
            .flatMap(
                ({ path, file }) => checkFile(relative(workspace.folder, path), file, defaultConfiguration).findings,
            )
            .filter(({ rule }) => rule === "neuron-compatible-launch-type")
            .map(({ file, resource, rule, kind }) => `${file} ${resource} ${rule} ${kind}`);

    it("are given resources, by the CDK too", () => {
        const ofCdk = {
            Properties: { TemplateURL: { "Fn::Sub": "https://x/a.json" }, Parameters: { Task: { Ref: "Task" } } },
        };
        for (const [index, child] of [
            nested({}, { Task: { Ref: "Task" } }),
            nested({ ...ofCdk, Metadata: { "aws:asset:path": "child.json" } }),
        ].entries()) {
            workspace.write(`given${index}/parent.json`, { Resources: { Task: task, Child: child } });
            workspace.write(`given${index}/child.json`, {
                Parameters: { Task: { Type: "String" } },
                Resources: onFargate({ Ref: "Task" }),
            });
            assert.deepStrictEqual(found(`given${index}`), [`given${index}/child.json ${violated}`]);
        }
    });

    it("give resources back, and are given others", () => {
        const output = { "Fn::GetAtt": ["Child", "Outputs.Task"] };
        workspace.write("got/parent.yaml", {
            Resources: {
                Child: nested({}, { Cluster: { Ref: "Cluster" } }),
                Cluster: { Type: "AWS::ECS::Cluster" },
                ...onFargate(output),
            },
        });
        workspace.write("got/child.json", {
            Parameters: { Cluster: { Type: "String" } },
            Resources: { Task: task },
            Outputs: { Task: { Value: { Ref: "Task" } } },
        });
        assert.deepStrictEqual(found("got"), [`got/parent.yaml ${violated}`]);
    });

    it("are given what others beside them give back", () => {
        const given = { Task: { "Fn::GetAtt": ["Tasks", "Outputs.Task"] } };
        const tasks = nested({ Properties: { TemplateURL: "tasks.json" } });
        workspace.write("beside/parent.json", { Resources: { Child: nested({}, given), Tasks: tasks } });
        workspace.write("beside/tasks.json", {
            Resources: { Task: task },
            Outputs: { Task: { Value: { Ref: "Task" } } },
        });
        workspace.write("beside/child.json", {
            Parameters: { Task: { Type: "String" } },
            Resources: onFargate({ Ref: "Task" }),
        });
        assert.deepStrictEqual(found("beside"), [`beside/child.json ${violated}`]);
    });

    it("are undecided where they are nested elsewhere", () => {
        workspace.write("alone/child.json", {
            Parameters: { Task: { Type: "String" } },
            Resources: onFargate({ Ref: "Task" }),
        });
        const undecided = found("alone");
        assert.ok(undecided.length > 0 && undecided.every((one) => one.endsWith(" unknown")), undecided.join("; "));
    });

    /** What is found in a child that has its launch type from a parameter, in a folder with those that nest it. */
    function foundIn(
        parameter: object,
        parents: Readonly<Record<string, object>>,
        parameters: Readonly<Record<string, string>> = {},
    ): readonly string[] {
        const folder = `case${++count}`;
        workspace.write(`${folder}/child.json`, {
            Parameters: { Launch: { Type: "String", ...parameter } },
            Resources: { Task: task, ...serving({ Ref: "Launch" }) },
        });
        Object.entries(parents).forEach(([name, parent]) => workspace.write(`${folder}/${name}.json`, parent));
        return found(folder, parameters).map((one) => one.slice(one.indexOf("/") + 1));
    }
    let count = 0;
    const [ec2, fargate] = [{ Default: "EC2" }, { Default: "FARGATE" }];
    const parent = (Launch: unknown, more: object = {}, path: object = {}) => ({
        ...more,
        Resources: { Child: nested(path, Launch === undefined ? {} : { Launch }) },
    });
    const wrong = [`child.json ${violated}`];
    const isUndecided = (findings: readonly string[]) =>
        assert.ok(
            findings.length > 0 && findings.every((one) => /neuron-compatible-launch-type unknown$/.test(one)),
            findings.join("; "),
        );

    it("have the values that they are given, before their defaults", () => {
        assert.deepStrictEqual(foundIn(fargate, { parent: parent("EC2") }), []);
        assert.deepStrictEqual(foundIn(ec2, { parent: parent("FARGATE") }), wrong);
        assert.deepStrictEqual(foundIn(ec2, { parent: parent({ "Fn::Sub": "FARGATE" }) }), wrong);
        assert.deepStrictEqual(foundIn({}, { one: parent("FARGATE"), other: parent("FARGATE") }), wrong);
    });

    it("have their defaults where they are given nothing", () => {
        assert.deepStrictEqual(foundIn(ec2, { parent: parent(undefined) }), []);
        assert.deepStrictEqual(foundIn(fargate, { parent: parent(undefined) }), wrong);
    });

    it("have the defaults of the parameters that they are given, and what the command line gives those", () => {
        const chosen = (Default: string) =>
            parent({ Ref: "Kind" }, { Parameters: { Kind: { Type: "String", Default } } });
        assert.deepStrictEqual(foundIn(fargate, { parent: chosen("EC2") }), []);
        assert.deepStrictEqual(foundIn(ec2, { parent: chosen("FARGATE") }), wrong);
        assert.deepStrictEqual(foundIn(ec2, { parent: chosen("EC2") }, { Kind: "FARGATE" }), wrong);
        isUndecided(
            foundIn(fargate, { parent: parent({ Ref: "Kind" }, { Parameters: { Kind: { Type: "String" } } }) }),
        );
    });

    it("have the values that go through several of them", () => {
        const middle = parent({ Ref: "Kind" }, { Parameters: { Kind: { Type: "String", Default: "EC2" } } });
        const top = {
            Resources: {
                Middle: nested({ Properties: { TemplateURL: "middle.json", Parameters: { Kind: "FARGATE" } } }),
            },
        };
        assert.deepStrictEqual(foundIn(ec2, { middle, top }), wrong);
    });

    it("decide no parameter that several give different values, or that is given what is not known", () => {
        for (const parents of [
            { one: parent("EC2"), other: parent("FARGATE") },
            { one: parent("EC2"), other: parent(undefined) },
            { one: parent({ "Fn::ImportValue": "kind" }) },
            { one: { Resources: { ...parent({ Ref: "Topic" }).Resources, Topic: { Type: "AWS::SNS::Topic" } } } },
        ]) {
            isUndecided(foundIn(fargate, parents));
        }
    });

    it("decide a condition by what they are given", () => {
        const child = {
            Parameters: { Kind: { Type: "String", Default: "gpu" } },
            Conditions: { IsServerless: { "Fn::Equals": [{ Ref: "Kind" }, "serverless"] } },
            Resources: { Task: task, ...serving({ "Fn::If": ["IsServerless", "FARGATE", "EC2"] }) },
        };
        for (const [kind, expected] of [
            ["gpu", []],
            ["serverless", [violated]],
        ] as const) {
            workspace.write(`${kind}/child.json`, child);
            workspace.write(`${kind}/parent.json`, { Resources: { Child: nested({}, { Kind: kind }) } });
            assert.deepStrictEqual(
                found(kind).map((one) => one.slice(one.indexOf(" ") + 1)),
                expected,
            );
        }
    });

    const elsewhere = {
        Properties: { TemplateURL: "https://bucket.s3.amazonaws.com/x", Parameters: { Launch: "EC2" } },
    };

    it("decide no parameter of a template that may be the one that is nested", () => {
        isUndecided(foundIn(fargate, { parent: parent("EC2", {}, elsewhere) }));
        assert.deepStrictEqual(foundIn(ec2, { parent: parent("EC2", {}, elsewhere) }), []);
    });

    it("leave a template alone that cannot be the one that is nested", () => {
        const Properties = { ...elsewhere.Properties, Parameters: { Other: "EC2" } };
        assert.deepStrictEqual(foundIn(fargate, { parent: parent("EC2", {}, { Properties }) }), wrong);
    });
});
