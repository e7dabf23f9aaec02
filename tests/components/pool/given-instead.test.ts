import assert from "node:assert/strict";
import { refuseToDeleteInUse } from "../../../components/pool/given-instead";
import type { Inputs } from "../../../components/engine/before-update";

const refreshed = { instanceRefresh: "onTemplateChange" };
const profile = { instanceProfileArn: "arn:aws:iam::123456789012:instance-profile/own" };
const role = { instanceRoleArn: "arn:aws:iam::123456789012:role/own" };
const groups = { securityGroupIds: ["sg-1"] };

const deletesGroup =
    "securityGroupIds deletes the security group that was created until now, which running instances keep; give " +
    'instanceRefresh: "onTemplateChange", which replaces them and costs an empty pool nothing, in the same update or ' +
    "before; where tasks must drain, add a second pool with it, and move the services there first";
const deletesProfile =
    "instanceProfileArn deletes the profile and role that were created until now, by which running instances are in " +
    'the cluster; give instanceRefresh: "onTemplateChange", which replaces them and costs an empty pool nothing, in ' +
    "the same update or before; where tasks must drain, add a second pool with it, and move the services there first";
const deletesRole =
    "instanceRoleArn deletes the role that was created until now, by which running instances are in the cluster; give " +
    "instanceProfileArn, a profile of your own with that role, and instanceRefresh: " +
    '"onTemplateChange", which replaces them; an empty pool needs both too';

const cases: readonly (readonly [what: string, before: Inputs, next: Inputs, problems: readonly string[]])[] = [
    ["a security group of one's own", {}, groups, [deletesGroup]],
    ["a profile of one's own", {}, profile, [deletesProfile]],
    ["a role of one's own", {}, role, [deletesRole]],
    ["a role of one's own, which no refresh follows", {}, { ...role, ...refreshed }, [deletesRole]],
    ["several at once", {}, { ...groups, ...profile }, [deletesGroup, deletesProfile]],
    [
        "a security group where one pool is not refreshed",
        {},
        { ...groups, pools: { small: refreshed, large: {} } },
        [deletesGroup],
    ],
];
const taken: readonly (readonly [what: string, before: Inputs, next: Inputs])[] = [
    ["one's own where the instances are refreshed", {}, { ...groups, ...profile, ...refreshed }],
    ["one's own where those of all pools are", {}, { ...groups, pools: { small: refreshed } }],
    ["others of one's own", { ...groups, ...profile }, { securityGroupIds: ["sg-2"], ...role }],
    ["the created ones again", { ...groups, ...role }, {}],
    ["a change of something else", {}, { maxSize: 3 }],
];

describe("pool: an update that deletes what running instances use", () => {
    for (const [what, before, next, problems] of cases) {
        it(`is refused: ${what}`, () => {
            const count = problems.length === 1 ? "a wrong argument" : `${problems.length} wrong arguments`;
            assert.throws(() => refuseToDeleteInUse(["Cluster", "ml"], "", before, next), {
                name: "InvalidArgumentsError",
                message: `Cluster "ml" has ${count}:\n${problems.map((one) => `  - ${one}`).join("\n")}`,
            });
        });
    }

    for (const [what, before, next] of taken) {
        it(`takes ${what}`, () => assert.doesNotThrow(() => refuseToDeleteInUse(["Pool", "inf"], "", before, next)));
    }
});
