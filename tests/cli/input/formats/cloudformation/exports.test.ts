import assert from "node:assert/strict";
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
const tasks = {
    Resources: { Task: task },
    Outputs: { Exported: { Value: { Ref: "Task" }, Export: { Name: "tasks:Task" } } },
};
const services = {
    Resources: {
        Serving: {
            Type: "AWS::ECS::Service",
            Properties: { LaunchType: "FARGATE", TaskDefinition: { "Fn::ImportValue": "tasks:Task" } },
        },
    },
};

describe("Templates of one folder", () => {
    const workspace = new Workspace();
    after(() => workspace.remove());
    const found = (path: string) =>
        (
            JSON.parse(workspace.run(["check", "--format", "json", path]).out) as {
                findings: { file: string; resource: string; rule: string; kind: string }[];
            }
        ).findings.map(({ file, resource, rule, kind }) => `${file} ${resource} ${rule} ${kind}`);

    it("import what the others export, where the folder is given", () => {
        workspace.write("cdk.out/tasks.template.json", tasks);
        workspace.write("cdk.out/services.template.json", services);
        assert.deepStrictEqual(found("cdk.out"), [
            "cdk.out/services.template.json Serving neuron-compatible-launch-type violation",
        ]);
    });

    /** A template that exports the task under a name, and one that imports it by another. */
    function foundBy(name: unknown, imported: unknown, more: object = {}, kept: object = {}): readonly string[] {
        const folder = `case${++count}`;
        const outputs = { Exported: { Value: { Ref: "Task" }, Export: { Name: name } } };
        workspace.write(`${folder}/tasks.json`, { Resources: { Task: task, ...kept }, Outputs: outputs });
        const properties = { LaunchType: "FARGATE", TaskDefinition: imported };
        const serving = { Type: "AWS::ECS::Service", Properties: properties };
        workspace.write(`${folder}/services.json`, { ...more, Resources: { Serving: serving } });
        return found(folder).map((one) => one.slice(one.indexOf(" ") + 1));
    }
    let count = 0;
    const violated = ["Serving neuron-compatible-launch-type violation"];
    const sub = (text: string) => ({ "Fn::Sub": text });

    const names: [string, unknown, unknown, object?][] = [
        ["the name of its stack", sub("${AWS::StackName}-Task"), "ml-Task"],
        [
            "a parameter",
            sub("${AWS::StackName}-Task"),
            { "Fn::Sub": "${Stack}-Task" },
            { Parameters: { Stack: { Type: "String" } } },
        ],
        ["the region", sub("${AWS::Region}-Task"), { "Fn::Join": ["-", [{ Ref: "AWS::Region" }, "Task"]] }],
    ];
    for (const [what, name, imported, more] of names) {
        it(`import by a name in which stands ${what}`, () =>
            assert.deepStrictEqual(foundBy(name, { "Fn::ImportValue": imported }, more), violated));
    }

    it("import nothing by a name that several fit, or of which nothing is told", () => {
        const other = { Type: "AWS::SSM::Parameter", Properties: { Name: "x", Value: "y" } };
        const parameters = { Parameters: { Name: { Type: "String" } } };
        for (const undecided of [
            foundBy("ml-Tasks", { "Fn::ImportValue": "ml-Task" }),
            foundBy("ml-Task", { "Fn::ImportValue": sub("${Name}") }, parameters, { Other: other }),
        ]) {
            assert.ok(undecided.length > 0 && undecided.every((one) => one.endsWith(" unknown")), undecided.join("; "));
        }
    });

    const parameter = (name: unknown) => ({
        Kept: { Type: "AWS::SSM::Parameter", Properties: { Name: name, Type: "String", Value: { Ref: "Task" } } },
    });
    const byDefault = { Parameters: { Task: { Type: "AWS::SSM::Parameter::Value<String>", Default: "/ml/task" } } };
    it("read what others keep in parameters of Systems Manager", () => {
        assert.deepStrictEqual(foundBy("unused", "{{resolve:ssm:/ml/task}}", {}, parameter("/ml/task")), violated);
        assert.deepStrictEqual(foundBy("unused", { Ref: "Task" }, byDefault, parameter("/ml/task")), violated);
        const elsewhere = foundBy("unused", { Ref: "Task" }, byDefault, parameter("/ml/other"));
        assert.ok(elsewhere.length > 0 && elsewhere.every((one) => one.endsWith(" unknown")));
    });

    it("may read what they keep themselves", () => {
        const properties = { LaunchType: "FARGATE", TaskDefinition: "{{resolve:ssm:/ml/task}}" };
        const serving = { Type: "AWS::ECS::Service", Properties: properties };
        workspace.write("own/one.json", { Resources: { Task: task, Serving: serving, ...parameter("/ml/task") } });
        assert.deepStrictEqual(found("own"), [`own/one.json ${String(violated[0])}`]);
    });

    it("leave undecided what another file exports, where only one is given", () => {
        const alone = found("cdk.out/services.template.json");
        assert.ok(alone.length > 0 && alone.every((one) => one.endsWith(" unknown")));
    });
});
