import assert from "node:assert/strict";
import type { MotoServer } from "../../../emulation/moto/server";
import type { Resource } from "../providers/aws/emulated";
import { emulatorFor } from "../providers/aws/emulator";
import { EmulatedPool } from "./emulated-pool";

const distinct = { placementConstraints: [{ type: "distinctInstance" }] };

describe("a service's new deployment, in an emulated AWS", function () {
    this.timeout(60_000);
    let server: MotoServer;

    before(async function () {
        server = await emulatorFor(this);
    });

    after(() => server?.stop());

    /** The definitions of the tasks that run, and on how many instances they are. */
    async function running(pool: EmulatedPool): Promise<unknown[]> {
        const ecs = await pool.aws.ecs();
        const { taskArns: tasks = [] } = await ecs.listTasks({ cluster: pool.name, desiredStatus: "RUNNING" });
        const { tasks: found = [] } = await ecs.describeTasks({ cluster: pool.name, tasks });
        const places = new Set(found.map(({ containerInstanceArn }) => containerInstanceArn));
        return [found.map(({ taskDefinitionArn }) => taskDefinitionArn?.split(":").pop()), places.size];
    }

    it("replaces the tasks one after the other where an instance has room for both", async () => {
        const pool = await EmulatedPool.make(server, { minSize: 1 });
        const service = await pool.serve(await pool.task(), { desiredCount: 2 });
        assert.deepStrictEqual(await running(pool), [["1", "1"], 1]);
        await pool.emulated.update(service, { taskDefinition: await pool.task() });
        assert.deepStrictEqual(
            [await running(pool), await pool.tasks(service)],
            [
                [["2", "2"], 1],
                [2, 0],
            ],
        );
    });

    it("waits beside the old task where there is no instance to spare", async () => {
        const pool = await EmulatedPool.make(server, { minSize: 1, maxSize: 1 });
        await pool.associate();
        const service = await pool.serve(await pool.task(), distinct);
        await pool.emulated.update(service, { taskDefinition: await pool.task() });
        assert.deepStrictEqual(
            [await running(pool), await pool.tasks(service)],
            [
                [["1"], 1],
                [0, 1],
            ],
        );
        await pool.emulated.update(pool.group, { maxSize: 2 });
        assert.deepStrictEqual(
            [await running(pool), await pool.tasks(service)],
            [
                [["2"], 1],
                [1, 0],
            ],
        );
        assert.equal((await pool.joined()).length, 1);
    });

    it("takes the old task's place where the minimum allows that", async () => {
        const pool = await EmulatedPool.make(server, { minSize: 1, maxSize: 1 });
        const rolling = { deploymentMinimumHealthyPercent: 0, deploymentMaximumPercent: 100 };
        const service = await pool.serve(await pool.task(), { ...distinct, ...rolling });
        await pool.emulated.update(service, { taskDefinition: await pool.task() });
        assert.deepStrictEqual(
            [await running(pool), await pool.tasks(service)],
            [
                [["2"], 1],
                [1, 0],
            ],
        );
    });

    it("neither starts nor stops a task where minimum and maximum leave no room", async () => {
        const pool = await EmulatedPool.make(server, { minSize: 2, maxSize: 2 });
        const service = await pool.serve(await pool.task(), { deploymentMaximumPercent: 150 });
        await pool.emulated.update(service, { taskDefinition: await pool.task() });
        assert.deepStrictEqual(
            [await running(pool), await pool.tasks(service)],
            [
                [["1"], 1],
                [0, 1],
            ],
        );
    });

    it("starts all tasks anew where it is forced", async () => {
        const pool = await EmulatedPool.make(server, { minSize: 1 });
        const service = await pool.serve(await pool.task());
        const ecs = await pool.aws.ecs();
        const ids = async () => (await ecs.listTasks({ cluster: pool.name, desiredStatus: "RUNNING" })).taskArns;
        const before = await ids();
        await ecs.updateService({ cluster: pool.name, service: service.id, forceNewDeployment: true });
        assert.notDeepStrictEqual(await ids(), before);
        assert.deepStrictEqual(await running(pool), [["1"], 1]);
    });

    it("leaves no task behind when the service goes", async () => {
        const pool = await EmulatedPool.make(server, { minSize: 1 });
        const [kept, removed] = [await pool.serve(await pool.task()), await pool.serve(await pool.task())];
        const ecs = await pool.aws.ecs();
        const count = async ({ id }: Resource) =>
            (await ecs.listTasks({ cluster: pool.name, serviceName: id })).taskArns?.length;
        assert.deepStrictEqual([await count(kept), await count(removed)], [1, 1]);
        await pool.emulated.remove(removed);
        assert.deepStrictEqual([await count(kept), await count(removed)], [1, 0]);
    });
});
