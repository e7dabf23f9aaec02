import assert from "node:assert/strict";
import type { RunTaskCommandInput } from "@aws-sdk/client-ecs";
import type { MotoServer } from "../../../emulation/moto/server";
import type { Values } from "../providers/aws/emulated";
import { emulatorFor } from "../providers/aws/emulator";
import { EmulatedPool } from "./emulated-pool";

const distinct: Partial<RunTaskCommandInput> = { placementConstraints: [{ type: "distinctInstance" }] };

describe("a task that no service runs, in an emulated AWS", function () {
    this.timeout(60_000);
    let server: MotoServer;

    before(async function () {
        server = await emulatorFor(this);
    });

    after(() => server?.stop());

    const pool = (size: Values = { maxSize: 2 }) => EmulatedPool.make(server, size);

    it("is refused in a cluster without instances where nothing says what capacity it takes", async () => {
        const empty = await pool();
        await empty.associate({}, false);
        const task = await empty.task();
        for (const change of [{}, { launchType: "EC2" } as const]) {
            await assert.rejects(() => empty.run(task, change), {
                name: "InvalidParameterException",
                message: "No Container Instances were found in your cluster.",
            });
        }
    });

    it("starts the first instance where it names the capacity provider, and keeps it", async () => {
        const empty = await pool();
        await empty.associate({}, false);
        const { tasks, failures } = await empty.run(await empty.task(), {
            capacityProviderStrategy: [{ capacityProvider: empty.name, weight: 1 }],
        });
        assert.deepStrictEqual([await empty.status(tasks), failures], [["RUNNING"], []]);
        assert.deepStrictEqual(await empty.status(tasks), ["RUNNING"]);
        assert.deepStrictEqual(
            await empty.places(tasks),
            (await empty.instances()).map(({ id }) => id),
        );
    });

    it("takes the cluster's default strategy, unless it names a launch type", async () => {
        const empty = await pool();
        await empty.associate();
        const task = await empty.task();
        await assert.rejects(() => empty.run(task, { launchType: "EC2" }), { name: "InvalidParameterException" });
        assert.deepStrictEqual(await empty.status((await empty.run(task)).tasks), ["RUNNING"]);
    });

    it("waits where the group has as many instances as it may have, until one is free", async () => {
        const small = await pool();
        await small.associate();
        const { tasks, failures } = await small.run(await small.task(), { ...distinct, count: 3 });
        assert.deepStrictEqual(failures, []);
        assert.deepStrictEqual(await small.status(tasks), ["RUNNING", "RUNNING", "PROVISIONING"]);
        await small.stop(tasks[0]);
        assert.deepStrictEqual(await small.status(tasks), ["STOPPED", "RUNNING", "RUNNING"]);
        assert.equal((await small.instances()).length, 2);
    });

    it("keeps away from the instances of a service, and needs one more", async () => {
        const beside = await pool({ maxSize: 1 });
        await beside.associate();
        const task = await beside.task();
        const service = await beside.serve(task);
        const placementConstraints = [
            { type: "memberOf" as const, expression: `not(task:group == service:${String(service.state["name"])})` },
        ];
        const { tasks } = await beside.run(task, { placementConstraints });
        assert.deepStrictEqual([await beside.status(tasks), await beside.tasks(service)], [["PROVISIONING"], [1, 0]]);
        await beside.emulated.update(beside.group, { maxSize: 2 });
        assert.deepStrictEqual(await beside.status(tasks), ["RUNNING"]);
        assert.equal((await beside.instances()).length, 2);
    });

    it("joins the instances of a group of tasks where it asks for them", async () => {
        const shared = await pool({ minSize: 2, maxSize: 2 });
        const task = await shared.task();
        const first = await shared.run(task, { group: "models" });
        const placementConstraints = [{ type: "memberOf" as const, expression: "task:group == models" }];
        const second = await shared.run(task, { placementConstraints });
        const third = await shared.run(task, {
            placementConstraints: [{ type: "memberOf", expression: "task:group == others" }],
        });
        assert.deepStrictEqual(await shared.places(second.tasks), await shared.places(first.tasks));
        const failure = "MemberOf placement constraint unsatisfied.";
        assert.deepStrictEqual(third, { tasks: [], failures: [failure, failure] });
    });

    const lacking: readonly [title: string, container: Values, reason: string][] = [
        ["memory", { memory: 4000 }, "RESOURCE:MEMORY"],
        ["CPU", { cpu: 3000 }, "RESOURCE:CPU"],
        ["a static port", { portMappings: [{ containerPort: 8500, hostPort: 8500 }] }, "RESOURCE:PORTS"],
    ];
    for (const [title, container, reason] of lacking) {
        it(`fails for ${title} that no instance has left, where no managed scaling adds one`, async () => {
            const one = await pool({ minSize: 1 });
            const task = await one.task(container);
            const { tasks, failures } = await one.run(task, { count: 2 });
            assert.deepStrictEqual([await one.status(tasks), failures], [["RUNNING"], [reason]]);
            await one.associate({ managedScaling: { status: "DISABLED" } });
            assert.deepStrictEqual((await one.run(task)).failures, [reason]);
        });
    }

    const strategy = [{ capacityProvider: "other", weight: 1 }];
    const refused: readonly [title: string, change: Partial<RunTaskCommandInput>, message: RegExp][] = [
        [
            "a strategy beside a launch type",
            { launchType: "EC2", capacityProviderStrategy: strategy },
            /^Specifying both/,
        ],
        [
            "a capacity provider of another cluster",
            { capacityProviderStrategy: strategy },
            /is not associated with the/,
        ],
        ["the group of a service", { group: "service:bert" }, /^Invalid namespace for group\.$/],
        ["more than ten at once", { count: 11 }, /^count must be between 1 and 10\.$/],
    ];
    for (const [title, change, message] of refused) {
        it(`is refused with ${title}`, async () => {
            const one = await pool({ minSize: 1 });
            const task = await one.task();
            await assert.rejects(() => one.run(task, change), { name: "InvalidParameterException", message });
        });
    }

    it("is refused of a definition that is deregistered", async () => {
        const one = await pool({ minSize: 1 });
        const taskDefinition = await one.task();
        await (await one.aws.ecs()).deregisterTaskDefinition({ taskDefinition });
        await assert.rejects(() => one.run(taskDefinition), { message: "TaskDefinition is inactive" });
    });

    it("keeps the cluster from being deleted while it waits", async () => {
        const none = await pool({ maxSize: 0 });
        const { association } = await none.associate();
        const { tasks } = await none.run(await none.task());
        await none.emulated.remove(association);
        await assert.rejects(() => none.emulated.remove(none.cluster), {
            message: "ClusterContainsTasksException: The cluster cannot be deleted while tasks are active.",
        });
        await none.stop(tasks[0]);
        await none.emulated.remove(none.cluster);
    });
});
