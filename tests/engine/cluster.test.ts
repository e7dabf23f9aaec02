import assert from "node:assert/strict";
import { join } from "node:path";
import { awsOf, inventory, type Session } from "../../emulation/session";
import { describeOnTheEngine } from "./engine";
import { changes, errors, Stack, steps } from "./stack";

/** In the program. */
const cluster = "whole";
const program = join(__dirname, "programs", "whole-cluster");

/** Starts tasks that no service and no program knows, and answers how they are. */
async function runStrayTasks(session: Session): Promise<readonly string[]> {
    const ecs = await awsOf(session).ecs();
    const { taskDefinition } = await ecs.registerTaskDefinition({
        family: "stray",
        containerDefinitions: [{ name: "stray", image: "busybox:1", memory: 128 }],
    });
    const stray = taskDefinition?.taskDefinitionArn ?? "";
    const { tasks = [] } = await ecs.runTask({ cluster, taskDefinition: stray, count: 4 });
    await ecs.deregisterTaskDefinition({ taskDefinition: stray });
    return tasks.map(({ lastStatus = "" }) => lastStatus);
}

describeOnTheEngine("a cluster with every option of its pools, and own groups that join it", (session) => {
    let stack: Stack;
    let empty: readonly string[];

    before(async () => {
        stack = await Stack.make(session(), program, "whole-cluster");
        empty = await inventory(awsOf(session()));
    });

    it("is deployed, with instances of all its groups", async () => {
        const up = await stack.up();
        assert.deepEqual([up.code, errors(up)], [0, ""]);
        const ecs = await awsOf(session()).ecs();
        const { containerInstanceArns: containerInstances } = await ecs.listContainerInstances({ cluster });
        const { containerInstances: joined = [] } = await ecs.describeContainerInstances({
            cluster,
            containerInstances,
        });
        assert.deepEqual(
            joined.map(({ attributes }) => attributes?.find(({ name }) => name === "ecs.instance-type")?.value).sort(),
            ["inf1.xlarge", "inf2.24xlarge", "inf2.xlarge", "m5.large", "m5.large"],
        );
    });

    it("wants no changes at the second preview, and AWS has what it deployed", async () => {
        const preview = await stack.preview(["--expect-no-changes"]);
        assert.deepEqual([preview.code, errors(preview), steps(preview)], [0, "", []], preview.stdout);
        const refresh = await stack.refresh();
        assert.deepEqual([refresh.code, errors(refresh), Object.keys(changes(refresh))], [0, "", ["same"]]);
    });

    it("is destroyed to nothing, with protected instances and stray tasks on them", async () => {
        assert.deepEqual(await runStrayTasks(session()), ["RUNNING", "RUNNING", "RUNNING", "RUNNING"]);
        const destroy = await stack.destroy();
        assert.deepEqual([destroy.code, errors(destroy)], [0, ""]);
        assert.deepEqual(await inventory(awsOf(session())), empty);
    });
});
