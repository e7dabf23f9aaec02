import assert from "node:assert/strict";
import { join } from "node:path";
import { awsOf, inventory } from "../../emulation/session";
import { describeOnTheEngine, toolsTimeoutMilliseconds } from "./engine";
import { awsThatFailsEachActionOnce } from "./failing-calls";
import { errors, Stack, steps } from "./stack";

/** Updates the stack until no further action fails. Returns those that did. */
async function upWhereEachActionFailsOnce(stack: Stack, endpoint: string): Promise<ReadonlySet<string>> {
    const { url, failed, close } = await awsThatFailsEachActionOnce(endpoint);
    try {
        for (let before = -1; failed.size > before;) {
            before = failed.size;
            const up = await stack.up([], { AWS_ENDPOINT_URL: url });
            assert.ok(up.code === 0 || failed.size > before, errors(up));
        }
    } finally {
        close();
    }
    return failed;
}

describeOnTheEngine("a stack of which each action of AWS fails once", (session) => {
    let stack: Stack;
    let there: readonly string[];

    before(async () => {
        there = await inventory(awsOf(session()));
        stack = await Stack.make(session(), join(__dirname, "programs", "lookups"), "half-made");
        await stack.configure({ service: "true" });
    });

    it("recovers from each failure in the next update, and is whole", async function () {
        this.timeout(toolsTimeoutMilliseconds);
        const failed = await upWhereEachActionFailsOnce(stack, session().endpoint);
        assert.deepEqual(
            ["AddRoleToInstanceProfile", "RevokeSecurityGroupEgress", "CreateService"].filter(
                (one) => !failed.has(one),
            ),
            [],
        );
        const preview = await stack.preview(["--expect-no-changes"]);
        assert.deepEqual([preview.code, errors(preview), steps(preview)], [0, "", []]);
        const { InstanceProfiles = [] } = await (await awsOf(session()).iam()).listInstanceProfiles({});
        assert.deepEqual(
            InstanceProfiles.filter(({ InstanceProfileName }) => InstanceProfileName?.startsWith("ml-")).map(
                ({ Roles }) => Roles?.length,
            ),
            [1],
        );
    });

    it("is destroyed to nothing", async () => {
        const destroy = await stack.destroy();
        assert.deepEqual([destroy.code, errors(destroy)], [0, ""]);
        assert.deepEqual(await inventory(awsOf(session())), there);
    });
});

describeOnTheEngine("a load balancer of which each action of AWS fails once", (session) => {
    let stack: Stack;

    before(async () => {
        stack = await Stack.make(session(), join(__dirname, "programs", "balancer"), "half-made-balancer");
    });

    it("recovers from each failure in the next update, without AWS's own way out of its security group", async function () {
        this.timeout(toolsTimeoutMilliseconds);
        const failed = await upWhereEachActionFailsOnce(stack, session().endpoint);
        assert.ok(failed.has("RevokeSecurityGroupEgress"));
        const preview = await stack.preview(["--expect-no-changes"]);
        assert.deepEqual([preview.code, errors(preview), steps(preview)], [0, "", []]);
        const { SecurityGroups = [] } = await (
            await awsOf(session()).ec2()
        ).describeSecurityGroups({
            Filters: [{ Name: "group-name", Values: ["front-balancer-group-*"] }],
        });
        assert.deepEqual(
            SecurityGroups.map(({ IpPermissionsEgress }) => IpPermissionsEgress),
            [[]],
        );
    });

    it("is destroyed", async () => {
        const destroy = await stack.destroy();
        assert.deepEqual([destroy.code, errors(destroy)], [0, ""]);
    });
});
