import assert from "node:assert/strict";
import type { MotoServer } from "../../../emulation/moto/server";
import { emulatorFor } from "../providers/aws/emulator";
import { EmulatedPool } from "./emulated-pool";

const hook = "ecs-managed-draining-termination-hook";

describe("an instance that its group ends, in an emulated AWS", function () {
    this.timeout(60_000);
    let server: MotoServer;

    before(async function () {
        server = await emulatorFor(this);
    });

    after(() => server?.stop());

    /** A group whose size nothing but the test changes, with a capacity provider that drains unless told otherwise. */
    async function drained(minSize: number, managedDraining?: string, change: object = {}) {
        const pool = await EmulatedPool.make(server, { minSize: 0, desiredCapacity: minSize, maxSize: 2, ...change });
        return { pool, ...(await pool.associate({ managedDraining, managedScaling: { status: "DISABLED" } })) };
    }

    const states = async (pool: EmulatedPool) => (await pool.instances()).map(({ state }) => state);

    it("goes when its service's tasks run elsewhere", async () => {
        const { pool } = await drained(2);
        const service = await pool.serve(await pool.task());
        const [, other] = await pool.instances();
        await pool.resize(1);
        assert.deepStrictEqual(
            [await pool.tasks(service), (await pool.instances()).map(({ id }) => id)],
            [[1, 0], [other?.id]],
        );
    });

    it("waits for its service's tasks, which have nowhere to go, and takes no new ones", async () => {
        const { pool } = await drained(1);
        const task = await pool.task();
        const service = await pool.serve(task);
        await pool.resize(0);
        assert.deepStrictEqual(await states(pool), ["Terminating:Wait"]);
        assert.deepStrictEqual(
            (await pool.joined()).map(({ status }) => status),
            ["DRAINING"],
        );
        await assert.rejects(() => pool.run(task, { launchType: "EC2" }), { name: "InvalidParameterException" });
        await pool.emulated.remove(service);
        assert.deepStrictEqual(await states(pool), []);
    });

    it("stops its service's tasks before others run, where the service's minimum allows that", async () => {
        const { pool } = await drained(1);
        const service = await pool.serve(await pool.task(), { deploymentMinimumHealthyPercent: 0 });
        await pool.resize(0);
        assert.deepStrictEqual([await pool.tasks(service), await states(pool)], [[0, 1], []]);
    });

    it("waits for a task that no service runs, until that stops", async () => {
        const { pool } = await drained(1);
        const { tasks } = await pool.run(await pool.task());
        await pool.resize(0);
        assert.deepStrictEqual([await states(pool), await pool.status(tasks)], [["Terminating:Wait"], ["RUNNING"]]);
        await pool.stop(tasks[0]);
        assert.deepStrictEqual(await states(pool), []);
    });

    it("waits also when it is ended by its id, and another comes in its place", async () => {
        const { pool } = await drained(1);
        await pool.run(await pool.task());
        const [{ id: InstanceId } = { id: "" }] = await pool.instances();
        const scaling = await pool.aws.autoScaling();
        await scaling.terminateInstanceInAutoScalingGroup({ InstanceId, ShouldDecrementDesiredCapacity: false });
        assert.deepStrictEqual(await states(pool), ["Terminating:Wait", "InService"]);
    });

    it("waits when the instances of its group are refreshed, and another comes in its place", async () => {
        const { pool } = await drained(1);
        const { tasks } = await pool.run(await pool.task());
        await (await pool.aws.autoScaling()).startInstanceRefresh({ AutoScalingGroupName: pool.group.id });
        assert.deepStrictEqual(await states(pool), ["Terminating:Wait", "InService"]);
        await pool.stop(tasks[0]);
        assert.deepStrictEqual(await states(pool), ["InService"]);
    });

    it("ends at once where nothing drains it, and its tasks with it", async () => {
        const { pool } = await drained(1, "DISABLED");
        const { tasks } = await pool.run(await pool.task());
        await pool.resize(0);
        assert.deepStrictEqual([await states(pool), await pool.status(tasks)], [[], ["STOPPED"]]);
    });

    it("is waited for in vain while a task runs, when its group is deleted", async () => {
        const { pool } = await drained(1, undefined, { protectFromScaleIn: true });
        const { tasks } = await pool.run(await pool.task());
        const [{ id } = { id: "" }] = await pool.instances();
        await assert.rejects(() => pool.emulated.remove(pool.group), {
            message:
                `waiting for Auto Scaling Group (${pool.group.id}) drain: timeout while waiting for state to become '0' ` +
                `(last state: '1', timeout: 10m0s): ${id} is Terminating:Wait`,
        });
        await pool.stop(tasks[0]);
        await pool.emulated.remove(pool.group);
    });

    it("is held where the capacity provider is gone, also without tasks, until somebody lets it go", async () => {
        const { pool, provider, association } = await drained(1);
        await pool.emulated.remove(association);
        await pool.emulated.remove(provider);
        await assert.rejects(() => pool.emulated.remove(pool.group), /drain: timeout .* is Terminating:Wait$/);
        const scaling = await pool.aws.autoScaling();
        const [{ id: InstanceId } = { id: "" }] = await pool.instances();
        await scaling.completeLifecycleAction({
            AutoScalingGroupName: pool.group.id,
            InstanceId,
            LifecycleActionResult: "CONTINUE",
            LifecycleHookName: hook,
        });
        await pool.emulated.remove(pool.group);
        await pool.emulated.remove(pool.cluster);
    });

    it("is let go where its hook, which the program created, is shorter than what is waited for", async () => {
        const { pool, provider, association } = await drained(1, undefined, {
            initialLifecycleHooks: [
                {
                    name: hook,
                    lifecycleTransition: "autoscaling:EC2_INSTANCE_TERMINATING",
                    defaultResult: "CONTINUE",
                    heartbeatTimeout: 60,
                },
            ],
        });
        await pool.emulated.remove(association);
        await pool.emulated.remove(provider);
        await pool.emulated.remove(pool.group);
    });

    it("goes with a group that is deleted by force, protected and with tasks", async () => {
        const { pool, provider, association } = await drained(1, undefined, {
            protectFromScaleIn: true,
            forceDelete: true,
        });
        const { tasks } = await pool.run(await pool.task());
        await pool.emulated.remove(association);
        await pool.emulated.remove(provider);
        await pool.emulated.remove(pool.group);
        assert.deepStrictEqual([await pool.status(tasks), await pool.joined()], [["STOPPED"], []]);
        await pool.emulated.remove(pool.cluster);
    });

    it("keeps its group from being deleted other than by force", async () => {
        const { pool } = await drained(1);
        const scaling = await pool.aws.autoScaling();
        await assert.rejects(() => scaling.deleteAutoScalingGroup({ AutoScalingGroupName: pool.group.id }), {
            name: "ResourceInUseFault",
            message: /^You cannot delete an AutoScalingGroup while there are instances/,
        });
    });
});
