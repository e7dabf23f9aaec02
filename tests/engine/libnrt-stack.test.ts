import assert from "node:assert/strict";
import { awsOf, inventory, projectRoot } from "../../emulation/session";
import { describeOnTheEngine } from "./engine";
import { changes, errors, Stack } from "./stack";

describeOnTheEngine("the stack of index.ts with libnrt on the engine", (session) => {
    let stack: Stack;
    let empty: readonly string[];

    before(async () => {
        stack = await Stack.make(session(), projectRoot, "libnrt");
        await stack.configure({ runtime: "libnrt" });
        empty = await inventory(awsOf(session()));
    });

    it("deploys TorchServe on Inf2, and wants no changes afterwards", async () => {
        const up = await stack.up();
        assert.deepEqual([up.code, errors(up)], [0, ""], up.stdout);
        const second = await stack.preview(["--expect-no-changes"]);
        assert.deepEqual([second.code, errors(second), Object.keys(changes(second))], [0, "", ["same"]]);
    });

    it("runs AWS's image of the region with the device, on instances with room for it", async () => {
        const { taskDefinitionArn } = (await stack.outputs()) as Record<string, string>;
        const ecs = await awsOf(session()).ecs();
        const { taskDefinition } = await ecs.describeTaskDefinition({ taskDefinition: taskDefinitionArn });
        const [model, ...others] = taskDefinition?.containerDefinitions ?? [];
        const ec2 = await awsOf(session()).ec2();
        const versions = await ec2.describeLaunchTemplateVersions({ Versions: ["$Latest"] });
        const [data] = (versions.LaunchTemplateVersions ?? []).map((version) => version.LaunchTemplateData);
        assert.deepEqual(
            [
                others,
                model?.image,
                model?.command,
                model?.portMappings?.map(({ containerPort, hostPort }) => [containerPort, hostPort]),
                model?.linuxParameters?.devices?.map(({ hostPath }) => hostPath),
                [data?.InstanceType, data?.BlockDeviceMappings?.map(({ Ebs }) => Ebs?.VolumeSize)],
            ],
            [
                [],
                "763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-inference-neuronx:" +
                    "2.9.0-neuronx-py312-sdk2.31.1-ubuntu24.04",
                ["/usr/local/bin/entrypoint.sh", "-m", "bert=/bert"],
                [[8080, 8080]],
                ["/dev/neuron0"],
                ["inf2.xlarge", [100]],
            ],
        );
    });

    it("is destroyed to nothing", async () => {
        const destroy = await stack.destroy();
        assert.deepEqual([destroy.code, errors(destroy), Object.keys(changes(destroy))], [0, "", ["delete"]]);
        assert.deepEqual(await inventory(awsOf(session())), empty);
    });
});
