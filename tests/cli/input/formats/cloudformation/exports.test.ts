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

    it("leave undecided what another file exports, where only one is given", () => {
        const alone = found("cdk.out/services.template.json");
        assert.ok(alone.length > 0 && alone.every((one) => one.endsWith(" unknown")));
    });
});
