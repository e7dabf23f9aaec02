import assert from "node:assert/strict";
import { join } from "node:path";
import { describeOnTheEngine } from "./engine";
import { errors, Stack } from "./stack";

/** What a `Cluster` and the `Pool` in it are given in place of what they created. */
const given: readonly (readonly [what: string, settings: Record<string, string>, refusal: RegExp])[] = [
    [
        "an instance profile",
        { instanceProfile: "arn:aws:iam::123456789012:instance-profile/own" },
        /instanceProfileArn deletes the profile and role that were created until now/,
    ],
    [
        "a security group",
        { securityGroup: "sg-0123456789abcdef0" },
        /securityGroupIds deletes the security group that was created until now/,
    ],
];

describeOnTheEngine("an update that goes over to what the program has of its own", (session) => {
    let stack: Stack;

    before(async () => {
        stack = await Stack.make(session(), join(__dirname, "programs", "lookups"), "given-instead");
        const up = await stack.up();
        assert.deepEqual([up.code, errors(up)], [0, ""]);
    });

    // Each beside those before.
    for (const [what, settings, refusal] of given) {
        it(`is refused at preview with ${what}`, async () => {
            await stack.configure(settings);
            const preview = await stack.preview();
            assert.notEqual(preview.code, 0);
            assert.match(errors(preview), refusal);
        });
    }

    it("leaves a stack that is destroyed", async () => {
        const destroy = await stack.destroy();
        assert.deepEqual([destroy.code, errors(destroy)], [0, ""]);
    });
});
