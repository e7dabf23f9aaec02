import assert from "node:assert/strict";
import { join } from "node:path";
import { awsOf } from "../../emulation/session";
import { describeOnTheEngine } from "./engine";
import { errors, Stack } from "./stack";

const program = join(__dirname, "programs", "service-on-pools");
const family = "service-on-pools-deployment-bert";

describeOnTheEngine("a deployment that fails", (session) => {
    let stack: Stack;

    before(async () => {
        stack = await Stack.make(session(), program, "deployment");
        await stack.configure({ pools: "small", services: '{"bert":"small"}' });
    });

    const up = async (container: object) => {
        await stack.configure({ container: JSON.stringify(container) });
        const { code, ...operation } = await stack.up();
        // Generated names differ from run to run.
        return [
            code === 0,
            errors({ code, ...operation })
                .replaceAll(/-[\da-f]{7}\b/g, "")
                .trim(),
        ];
    };
    const service = "ECS Service (arn:aws:ecs:us-east-1:123456789012:service/ml-cluster/bert-service)";
    /** The revisions that ECS may still start. */
    const revisions = async () => {
        const { taskDefinitionArns = [] } = await (
            await awsOf(session()).ecs()
        ).listTaskDefinitions({ familyPrefix: family, status: "ACTIVE" });
        return taskDefinitionArns.map((arn) => arn.split("/").pop());
    };

    it("says so where the first task never becomes healthy", async () => {
        assert.deepEqual(await up({ healthCheck: { command: ["CMD-SHELL", "exit 1"] } }), [
            false,
            `1 error occurred:\n\t* waiting for ${service} create: ECS deployment circuit breaker: tasks failed to ` +
                "start.\n\n\n\nupdate failed",
        ]);
    });

    it("is followed by one that succeeds with a good task", async () => {
        assert.deepEqual(await up({}), [true, ""]);
        assert.deepEqual(await revisions(), [`${family}:2`]);
    });

    it("tells the revision that it went back to, which stays", async () => {
        const rolledBack =
            `waiting for ${service} update: ECS deployment circuit breaker: tasks failed to start. Rolled back to ` +
            `${family}:2.\n\nupdate failed`;
        assert.deepEqual(await up({ command: ["false"] }), [false, rolledBack]);
        assert.deepEqual(await up({ command: ["sh", "-c", "exit 1"] }), [false, rolledBack]);
        assert.deepEqual(
            await revisions(),
            [2, 3, 4].map((revision) => `${family}:${revision}`),
        );
    });

    it("leaves no revision behind once one succeeds", async () => {
        assert.deepEqual(await up({ command: ["serve"] }), [true, ""]);
        assert.deepEqual(await revisions(), [`${family}:5`]);
    });

    it("is refused at preview where the tasks of the pool's services take more instances than it may have", async () => {
        await stack.configure({ hostPort: "8501", services: '{"bert":"small","gpt":"small","t5":"small"}' });
        const preview = await stack.preview();
        assert.notEqual(preview.code, 0);
        assert.match(errors(preview), /- pool\.maxSize is 2, but must be at least 3, as tasks of Service "bert" /);
    });

    it("says how many tasks run where the pool is at its maximum, and that was not to be seen before", async () => {
        // First one that takes its port, so that none but the new ones wait.
        await stack.configure({ withoutSize: "true", services: '{"bert":"small"}' });
        assert.deepEqual(await up({}), [true, ""]);
        await stack.configure({ services: '{"bert":"small","gpt":"small","t5":"small"}' });
        const waited = await stack.up();
        assert.notEqual(waited.code, 0);
        assert.match(
            errors(waited),
            /waiting for ECS Service \(.*-service-\w+\) create: timeout while waiting for state to become 'tfSTABLE' \(last state: 'tfPENDING', timeout: 1h0m0s\): 0 of 1 tasks run/,
        );
    });

    it("is destroyed like any other", async () => {
        const destroyed = await stack.destroy();
        assert.deepEqual([destroyed.code, errors(destroyed)], [0, ""]);
    });
});
