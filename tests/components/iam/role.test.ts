import assert from "node:assert/strict";
import { roleNameOf } from "../../../components/iam/role";

describe("The name of a role", () => {
    for (const [where, arn] of [
        ["of its ARN", "arn:aws:iam::123456789012:role/ml"],
        ["behind the role's path", "arn:aws-cn:iam::123456789012:role/team/models/ml"],
    ] as const) {
        it(`is the last part ${where}`, () => assert.equal(roleNameOf(arn), "ml"));
    }
});
