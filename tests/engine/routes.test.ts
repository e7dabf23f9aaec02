import assert from "node:assert/strict";
import { join } from "node:path";
import { awsOf, inventory } from "../../emulation/session";
import { describeOnTheEngine } from "./engine";
import { errors, Stack, steps } from "./stack";

describeOnTheEngine("Routes of two services on one load balancer", (session) => {
    let stack: Stack;
    let there: readonly string[];

    before(async () => {
        there = await inventory(awsOf(session()));
        stack = await Stack.make(session(), join(__dirname, "programs", "routes"), "routes");
    });

    it("deploy, and want no changes afterwards", async () => {
        const up = await stack.up();
        assert.deepEqual([up.code, errors(up)], [0, ""], up.stdout);
        const second = await stack.preview(["--expect-no-changes"]);
        assert.deepEqual([second.code, errors(second), steps(second)], [0, "", []], second.stdout);
    });

    it("change port and host in place, and leave the shared rules where the first route goes", async () => {
        await stack.configure({ later: "true" });
        const up = await stack.up();
        assert.deepEqual([up.code, errors(up)], [0, ""], up.stdout);
        const ofBalancing = steps(up).filter((step) => /aws:(lb|vpc|ec2)|aws:ecs\/service/.test(step));
        assert.deepEqual(ofBalancing, [
            "delete aws:ecs/service:Service bert-service",
            "delete aws:lb/listenerRule:ListenerRule bert-rule",
            "delete aws:lb/targetGroup:TargetGroup bert",
            "update aws:ecs/service:Service resnet-service",
            "update aws:lb/listenerRule:ListenerRule resnet-rule",
        ]);
    });

    it("are destroyed to nothing", async () => {
        const destroy = await stack.destroy();
        assert.deepEqual([destroy.code, errors(destroy)], [0, ""], destroy.stdout);
        assert.deepEqual(await inventory(awsOf(session())), there);
    });
});
