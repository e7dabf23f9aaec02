import assert from "node:assert/strict";
import { stringify } from "yaml";
import { readAppSpec } from "../../../../cli/input/formats/app-spec";
import { UNKNOWN } from "../../../../ecs/known";
import { Workspace } from "../../command";

const definition = {
    family: "llm",
    containerDefinitions: [
        {
            name: "llm",
            image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/llm-neuronx:1",
            memory: 8000,
            linuxParameters: { devices: [{ hostPath: "/dev/neuron0", permissions: ["read", "write"] }] },
        },
    ],
};

/** An AppSpec file that deploys one service. */
function appSpec(properties: object): object {
    const LoadBalancerInfo = { ContainerName: "llm", ContainerPort: 8080 };
    const Properties = { TaskDefinition: "<TASK_DEFINITION>", LoadBalancerInfo, ...properties };
    return { version: 0.0, Resources: [{ TargetService: { Type: "AWS::ECS::Service", Properties } }] };
}

const onFargate = { CapacityProviderStrategy: [{ CapacityProvider: "FARGATE_SPOT", Weight: 1 }] };

describe("An AppSpec file of CodeDeploy", () => {
    const workspace = new Workspace();
    after(() => workspace.remove());

    /** What is found in the AppSpec file beside task definitions, as lines of its text. */
    function found(properties: object, definitions: Readonly<Record<string, object>> = { "taskdef.json": definition }) {
        const folder = `case${Object.keys(properties).join("")}${Object.keys(definitions).join("")}`;
        workspace.write(`${folder}/appspec.yaml`, stringify(appSpec(properties)));
        Object.entries(definitions).forEach(([name, one]) => workspace.write(`${folder}/${name}`, one));
        const { out } = workspace.run(["check", "--format", "json", folder]);
        const { findings } = JSON.parse(out) as {
            findings: { file: string; rule: string; kind: string; path: unknown; line: number }[];
        };
        return findings
            .filter(({ file }) => file.endsWith("appspec.yaml"))
            .map(({ rule, kind, line }) => `${line} ${rule} ${kind}`);
    }

    /** The placement of its service is not known. */
    const notDecided = "6 neuron-placement unknown";

    it("deploys on what its strategy names", () =>
        assert.deepStrictEqual(found(onFargate), [notDecided, "11 neuron-compatible-launch-type violation"]));

    it("deploys on Fargate where it has the version of a platform", () =>
        assert.deepStrictEqual(found({ PlatformVersion: "1.4.0" }), [
            notDecided,
            "10 neuron-compatible-launch-type violation",
        ]));

    it("does not decide on what its service runs, also with the latest platform, which is the default", () => {
        for (const latest of [{}, { PlatformVersion: "LATEST" }]) {
            const kinds = found(latest);
            assert.ok(kinds.length > 0 && kinds.every((one) => one.endsWith(" unknown")), kinds.join("; "));
        }
    });

    it("deploys the task definition whose ARN it has, among several beside it", () => {
        const web = { family: "web", containerDefinitions: [{ name: "web", image: "nginx:1", memory: 100 }] };
        const both = { "llm.json": definition, "web.json": web };
        const arn = "arn:aws:ecs:us-east-1:111122223333:task-definition/";
        assert.deepStrictEqual(found({ ...onFargate, TaskDefinition: `${arn}llm:7` }, both), [
            notDecided,
            "11 neuron-compatible-launch-type violation",
        ]);
        assert.deepStrictEqual(found({ ...onFargate, TaskDefinition: `${arn}web:7` }, { "web.json": web }), []);
        const [deployed] =
            readAppSpec(appSpec({}), () =>
                [definition, web].map((one) => ({
                    id: one.family,
                    type: "AWS::ECS::TaskDefinition",
                    properties: one,
                })),
            )?.resources.slice(2) ?? [];
        assert.equal(deployed?.properties["TaskDefinition"], UNKNOWN);
    });

    it("alone concerns nothing of Neuron, as JSON or in lower case, too", () => {
        workspace.write("alone.json", appSpec(onFargate));
        assert.match(workspace.run(["check", "alone.json"]).out, /none concerns Neuron/);
        const text = stringify(appSpec(onFargate)).replace("Resources:", "resources:");
        workspace.write("lower.yml", text);
        assert.match(workspace.run(["check", "lower.yml"]).out, /none concerns Neuron/);
    });

    it("for a function of Lambda, or for instances, is of no known format", () => {
        const lambda = { Resources: [{ f: { Type: "AWS::Lambda::Function", Properties: { Name: "f" } } }] };
        for (const other of [lambda, { os: "linux", files: [] }, { Resources: [] }, { Resources: ["x"] }]) {
            assert.equal(readAppSpec(other), undefined);
        }
    });
});
