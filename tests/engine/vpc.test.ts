import assert from "node:assert/strict";
import { join } from "node:path";
import { describeOnTheEngine } from "./engine";
import { errors, Stack, steps } from "./stack";

describeOnTheEngine("instances that move to another VPC", (session) => {
    let stack: Stack;

    before(async () => {
        stack = await Stack.make(session(), join(__dirname, "programs", "moved-vpc"), "moved-vpc");
        await stack.configure({ network: "one" });
        const up = await stack.up();
        assert.deepEqual([up.code, errors(up)], [0, ""]);
    });

    it("move in one update, with their security group, where no service runs on them", async () => {
        await stack.configure({ network: "other" });
        const up = await stack.up();
        assert.deepEqual([up.code, errors(up)], [0, ""]);
        assert.deepEqual(
            steps(up).filter((step) => step.startsWith("replace ")),
            [
                "replace aws:autoscaling/group:Group ml-group",
                "replace aws:ec2/securityGroup:SecurityGroup ml-security-group",
                "replace aws:ecs/capacityProvider:CapacityProvider inferentia-ml-capacity",
                "replace aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule ml-egress-ipv4",
                "replace aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule ml-egress-ipv6",
            ],
        );
    });

    it("are refused a security group or role of one's own at preview, unless they are refreshed", async () => {
        const groups = { securityGroupIds: ["sg-0123456789abcdef0"] };
        const profile = { instanceProfileArn: "arn:aws:iam::123456789012:instance-profile/own" };
        for (const given of [groups, profile]) {
            await stack.configure({ given: JSON.stringify(given) });
            const refused = await stack.preview();
            assert.notEqual(refused.code, 0);
            const [name = ""] = Object.keys(given);
            assert.match(
                errors(refused),
                new RegExp(`Cluster "ml" has a wrong argument:\n  - ${name} deletes the .* give instanceRefresh: `),
            );
            await stack.configure({ given: JSON.stringify({ ...given, instanceRefresh: "onTemplateChange" }) });
            const refreshed = await stack.preview();
            assert.deepEqual([refreshed.code, errors(refreshed)], [0, ""]);
        }
        await stack.configure({ given: "{}" });
    });

    it("are refused at preview where a service runs on them, with the two steps", async () => {
        await stack.configure({ service: "true" });
        const deployed = await stack.up();
        assert.deepEqual([deployed.code, errors(deployed)], [0, ""]);
        await stack.configure({ network: "one" });
        const preview = await stack.preview();
        assert.notEqual(preview.code, 0);
        assert.match(
            errors(preview),
            /Service "bert" moves off the pool whose capacity provider is "inferentia-ml-capacity-[\da-f]+", which the same update removes from the cluster, .*; first update .* no service on it, then /,
        );
    });

    it("move in the two steps, and are destroyed", async () => {
        await stack.configure({ service: "false", network: "other" });
        const first = await stack.up();
        assert.deepEqual([first.code, errors(first)], [0, ""]);
        await stack.configure({ network: "one" });
        const second = await stack.up();
        assert.deepEqual([second.code, errors(second)], [0, ""]);
        const destroyed = await stack.destroy();
        assert.deepEqual([destroyed.code, errors(destroyed)], [0, ""]);
    });
});
