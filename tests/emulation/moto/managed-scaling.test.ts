import assert from "node:assert/strict";
import type { MotoServer } from "../../../emulation/moto/server";
import { emulatorFor } from "../providers/aws/emulator";
import { EmulatedPool } from "./emulated-pool";

const distinct = { placementConstraints: [{ type: "distinctInstance" as const }] };

describe("managed scaling in an emulated AWS", function () {
    this.timeout(60_000);
    let server: MotoServer;

    before(async function () {
        server = await emulatorFor(this);
    });

    after(() => server?.stop());

    /** The ids of a group's instances, after somebody asked for them: managed scaling had its time then. */
    async function ids(pool: EmulatedPool): Promise<string[]> {
        await pool.joined();
        return (await pool.instances()).map(({ id }) => id);
    }

    for (const minSize of [0, 1]) {
        it(`gives up the instances of tasks that stopped, down to ${minSize}`, async () => {
            const pool = await EmulatedPool.make(server, { minSize, maxSize: 2 });
            await pool.associate();
            const { tasks } = await pool.run(await pool.task(), { ...distinct, count: 2 });
            assert.equal((await ids(pool)).length, 2);
            await pool.stop(tasks[0]);
            assert.equal((await ids(pool)).length, 1);
            await pool.stop(tasks[1]);
            assert.equal((await ids(pool)).length, minSize);
        });
    }

    it("follows a service, from zero and back", async () => {
        const pool = await EmulatedPool.make(server, { maxSize: 2 });
        await pool.associate();
        assert.deepStrictEqual(await ids(pool), []);
        const service = await pool.serve(await pool.task({ memory: 4000 }), { desiredCount: 2 });
        assert.deepStrictEqual([await pool.tasks(service), (await ids(pool)).length], [[2, 0], 2]);
        const idle = await pool.emulated.update(service, { desiredCount: 0 });
        assert.deepStrictEqual([await pool.tasks(idle), await ids(pool)], [[0, 0], []]);
    });

    it("takes nothing away where it is not managed", async () => {
        const pool = await EmulatedPool.make(server, { maxSize: 2, desiredCapacity: 2 });
        await pool.associate({ managedScaling: { status: "DISABLED" } });
        assert.equal((await ids(pool)).length, 2);
    });

    it("takes nothing away while a task waits", async () => {
        const pool = await EmulatedPool.make(server, { maxSize: 2 });
        await pool.associate();
        const expression = "attribute:ecs.instance-type == inf2.xlarge";
        const service = await pool.serve(await pool.task(), {
            placementConstraints: [{ type: "memberOf", expression }],
            capacityProviderStrategies: [{ capacityProvider: pool.name, weight: 1 }],
        });
        assert.deepStrictEqual([await pool.tasks(service), (await ids(pool)).length], [[0, 1], 2]);
        await pool.emulated.remove(service);
        assert.deepStrictEqual(await ids(pool), []);
    });

    it("keeps as many instances free as the target capacity leaves", async () => {
        const pool = await EmulatedPool.make(server, { maxSize: 4 });
        await pool.associate({ managedScaling: { status: "ENABLED", targetCapacity: 50 } });
        await pool.run(await pool.task());
        assert.equal((await ids(pool)).length, 2);
    });

    it("ends the oldest instance, also one with tasks, where termination is not managed: they move", async () => {
        const pool = await EmulatedPool.make(server, { maxSize: 2 });
        await pool.associate();
        const task = await pool.task({ memory: 4000 });
        const service = await pool.serve(task, { desiredCount: 2 });
        const [oldest, other] = await ids(pool);
        assert.ok(oldest);
        await pool.emulated.update(service, { desiredCount: 1 });
        assert.deepStrictEqual([await pool.tasks(service), await ids(pool)], [[1, 0], [other]]);
    });

    it("protects instances with tasks, where termination is managed, and gives up those that are free", async () => {
        const pool = await EmulatedPool.make(server, { maxSize: 2, protectFromScaleIn: true });
        await pool.associate({ managedTerminationProtection: "ENABLED" });
        const { tasks } = await pool.run(await pool.task(), { ...distinct, count: 2 });
        const [first, second] = await pool.places(tasks);
        assert.deepStrictEqual(
            (await pool.instances()).map(({ isProtected }) => isProtected),
            [true, true],
        );
        await pool.stop(tasks[1]);
        assert.deepStrictEqual([await ids(pool), await pool.status(tasks)], [[first], ["RUNNING", "STOPPED"]]);
        assert.notEqual(first, second);
    });

    it("cannot shrink a group that protects its instances where it does not manage their termination", async () => {
        const pool = await EmulatedPool.make(server, { maxSize: 2, desiredCapacity: 2, protectFromScaleIn: true });
        await pool.associate();
        assert.equal((await ids(pool)).length, 2);
    });

    it("does not count daemons", async () => {
        const pool = await EmulatedPool.make(server, { maxSize: 2, desiredCapacity: 1 });
        const service = await pool.serve(await pool.task(), {
            schedulingStrategy: "DAEMON",
            launchType: "EC2",
            desiredCount: undefined,
        });
        assert.deepStrictEqual(await pool.tasks(service), [1, 0]);
        await pool.associate();
        assert.deepStrictEqual([await ids(pool), await pool.tasks(service)], [[], [0, 0]]);
    });
});
