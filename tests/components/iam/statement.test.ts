import assert from "node:assert/strict";
import { iamStatement } from "../../../components/iam/statement";

const right = { actions: ["s3:GetObject"], resources: ["arn:aws:s3:::models/*"] };
const spelt = { Sid: undefined, Effect: "Allow", Action: right.actions, Resource: right.resources };
const endpoint = { test: "StringEquals", variable: "aws:SourceVpce", values: ["vpce-1", "vpce-2"] };
const organization = { test: "StringEquals", variable: "aws:PrincipalOrgID", values: ["o-1"] };
const encrypted = { test: "Bool", variable: "aws:SecureTransport", values: ["true"] };

describe("A statement of a role", () => {
    it("is spelt as an IAM policy spells it", () => {
        assert.deepStrictEqual(iamStatement({ sid: "ReadModels", ...right }), {
            ...spelt,
            Sid: "ReadModels",
            Condition: undefined,
        });
    });

    it("has its conditions by their operators", () => {
        assert.deepStrictEqual(iamStatement({ ...right, conditions: [endpoint, encrypted, organization] }), {
            ...spelt,
            Condition: {
                StringEquals: { "aws:SourceVpce": ["vpce-1", "vpce-2"], "aws:PrincipalOrgID": ["o-1"] },
                Bool: { "aws:SecureTransport": ["true"] },
            },
        });
    });
});
