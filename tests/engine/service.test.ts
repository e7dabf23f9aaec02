import assert from "node:assert/strict";
import { join } from "node:path";
import { describeOnTheEngine } from "./engine";
import { errors, Stack, steps, warnings } from "./stack";

const program = join(__dirname, "programs", "service-on-pools");

describeOnTheEngine("a service on the pools of a cluster", (session) => {
    let stack: Stack;
    const settings = (pools: string, services: Record<string, string>) =>
        stack.configure({ pools, services: JSON.stringify(services) });

    before(async () => {
        stack = await Stack.make(session(), program, "service-on-pools");
    });

    it("is refused at the first preview beside another that wants the same devices", async () => {
        await settings("small", { bert: "small", gpt: "small" });
        const preview = await stack.preview();
        assert.notEqual(preview.code, 0);
        assert.match(errors(preview), /on which Service "\w+" runs too, and tasks of "\w+" and "\w+" on one/);
    });

    it("is refused at the first preview on a pool without an instance to spare", async () => {
        await settings("small", { bert: "small" });
        await stack.configure({ maxSize: "1" });
        const preview = await stack.preview();
        await stack.configure({ maxSize: "2" });
        assert.notEqual(preview.code, 0);
        assert.match(errors(preview), /- pool\.maxSize is 1, but must be at least 2, as the task takes an instance/);
    });

    it("is deployed", async () => {
        const up = await stack.up();
        assert.deepEqual([up.code, errors(up)], [0, ""]);
    });

    it("is refused at the preview of a move to a new pool without a forced deployment", async () => {
        await settings("small,large", { bert: "large" });
        const preview = await stack.preview();
        assert.notEqual(preview.code, 0);
        assert.match(
            errors(preview),
            /Service "bert" moves off the capacity provider "[\w-]*ml-small-[\w-]+", .* give forceNewDeployment: true for /,
        );
    });

    it("moves to a new pool in one update, in place", async () => {
        await stack.configure({ forceNewDeployment: "true" });
        const up = await stack.up();
        assert.deepEqual([up.code, errors(up)], [0, ""]);
        assert.deepEqual(
            steps(up).filter((step) => step.includes("aws:ecs/service:Service")),
            ["update aws:ecs/service:Service bert-service"],
        );
    });

    it("is not taken its pool away, also when it goes with it, unless the program says that nobody uses it", async () => {
        await settings("small", {});
        const preview = await stack.preview();
        assert.notEqual(preview.code, 0);
        assert.match(
            errors(preview),
            /Cluster "ml" has a wrong argument:\n {2}- pools\.large is removed, which ECS refuses while/,
        );
    });

    it("is refused at preview when it moves off a pool that the same update removes, with the two steps", async () => {
        await settings("small", { bert: "small" });
        await stack.configure({ removed: "large" });
        // Without a forced deployment the move would replace the service.
        for (const forceNewDeployment of ["false", "true"]) {
            await stack.configure({ forceNewDeployment });
            const preview = await stack.preview();
            assert.notEqual(preview.code, 0);
            assert.match(
                errors(preview),
                /Service "bert" moves off the pool whose capacity provider is "[\w-]*ml-large-[\w-]+", which the same/,
            );
        }
    });

    it("takes the two steps, and is destroyed", async () => {
        await settings("small,large", { bert: "small" });
        const moved = await stack.up();
        assert.deepEqual([moved.code, errors(moved)], [0, ""]);
        await settings("small", { bert: "small" });
        const removed = await stack.up();
        assert.deepEqual([removed.code, errors(removed), warnings(removed, "capacity provider")], [0, "", []]);
        const destroyed = await stack.destroy();
        assert.deepEqual([destroyed.code, errors(destroyed)], [0, ""]);
    });
});
