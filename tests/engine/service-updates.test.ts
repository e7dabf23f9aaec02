import assert from "node:assert/strict";
import { join } from "node:path";
import { awsOf } from "../../emulation/session";
import { describeOnTheEngine } from "./engine";
import { errors, Stack, steps } from "./stack";

const program = join(__dirname, "programs", "service-on-pools");

describeOnTheEngine("an update of a service", (session) => {
    let stack: Stack;

    async function up(): Promise<string[]> {
        const operation = await stack.up();
        assert.deepEqual([operation.code, errors(operation)], [0, ""]);
        return steps(operation).filter((step) => step.includes("aws:ecs/service:Service"));
    }

    async function live() {
        const ecs = await awsOf(session()).ecs();
        const { clusterName: cluster } = (await stack.outputs()) as { clusterName: string };
        const { serviceArns: [service = ""] = [] } = await ecs.listServices({ cluster });
        const { taskArns = [] } = await ecs.listTasks({ cluster });
        const { services: [found] = [] } = await ecs.describeServices({ cluster, services: [service] });
        return { ecs, cluster, service, taskArns: taskArns.sort(), desiredCount: found?.desiredCount };
    }

    before(async () => {
        stack = await Stack.make(session(), program, "service-updates");
        await stack.configure({ pools: "small", maxSize: "5", services: '{"bert":"small"}' });
        await stack.configure({ service: '{"desiredCount":1}' });
        await up();
    });

    it("restarts no task where only the number of tasks changes", async () => {
        const before = await live();
        await stack.configure({ service: '{"desiredCount":2}' });
        assert.deepEqual(await up(), ["update aws:ecs/service:Service bert-service"]);
        const after = await live();
        assert.deepEqual([before.taskArns.length, after.taskArns.length], [1, 2]);
        assert.ok(after.taskArns.includes(before.taskArns[0] ?? ""));
    });

    it("keeps the number of tasks that others set, with ignoreDesiredCount, while it rolls out another image", async () => {
        await stack.configure({ service: '{"desiredCount":2,"ignoreDesiredCount":true}' });
        await up();
        const { ecs, cluster, service, taskArns } = await live();
        await ecs.updateService({ cluster, service, desiredCount: 3 });
        await stack.configure({ container: '{"command":["serve"]}' });
        assert.deepEqual(await up(), ["update aws:ecs/service:Service bert-service"]);
        const after = await live();
        assert.deepEqual([after.desiredCount, after.taskArns.length], [3, 3]);
        assert.deepEqual(
            after.taskArns.filter((arn) => taskArns.includes(arn)),
            [],
        );
    });

    it("is followed by a destroy to nothing", async () => {
        const destroyed = await stack.destroy();
        assert.deepEqual([destroyed.code, errors(destroyed)], [0, ""]);
    });
});
