import assert from "node:assert/strict";
import { Problems } from "../../../components/validation/problems";
import type { Check } from "../../../components/validation/shape";
import {
    anyText,
    arnOf,
    boolean,
    integer,
    kmsKeyArn,
    oneOf,
    policyArn,
    roleArn,
    tags,
    text,
} from "../../../components/validation/values";

const word = text(/^\w+$/, "a word");
const runtime = oneOf(["libnrt", "neuron-rtd"]);
const count = integer(0, 10, "tasks");
const least = integer(1, Infinity, "");
const bucket = arnOf("a bucket", /^arn:aws:s3:::\w+$/);
const role = "arn:aws:iam::123456789012:role/ml";
const policy = "arn:aws-us-gov:iam::aws:policy/ReadOnlyAccess";
const key = "arn:aws:kms:us-east-1:123456789012:key/1";

const taken: [string, Check, unknown][] = [
    ["a text of a pattern", word, "bert"],
    ["any text, an empty one too", anyText, ""],
    ["true and false", boolean, false],
    ["one of several", runtime, "libnrt"],
    ["a number from its least", count, 0],
    ["a number to its most", count, 10],
    ["a number without a most", least, 1_000_000],
    ["an ARN", bucket, "arn:aws:s3:::models"],
    ["the ARN of a role", roleArn, role],
    ["the ARN of a policy of AWS, in another partition", policyArn, policy],
    ["the ARN of a policy of an account", policyArn, "arn:aws:iam::123456789012:policy/own"],
    ["the ARN of a key", kmsKeyArn, key],
    ["tags", tags, { team: "ml" }],
];

const refused: [string, Check, unknown, string][] = [
    ["another text", word, "a b", 'is "a b", but must be a word'],
    ["no text for a pattern", word, 1, "is 1, but must be a word"],
    ["no text, without its value, which may be a secret", anyText, 12345, "is a number, but must be a string"],
    ["a text for true or false", boolean, "true", 'is "true", but must be true or false'],
    ["none of several", runtime, "nrt", 'is "nrt", but must be one of libnrt, neuron-rtd'],
    [
        "one of several that is misspelt",
        runtime,
        "libnrtt",
        'is "libnrtt" (did you mean libnrt?), but must be one of libnrt, neuron-rtd',
    ],
    ["a list for one of several", runtime, ["libnrt"], "is a list, but must be one of libnrt, neuron-rtd"],
    ["a number below the least", count, -1, "is -1, but must be a whole number from 0 to 10 tasks"],
    ["a number above the most", count, 11, "is 11, but must be a whole number from 0 to 10 tasks"],
    ["a part of a number", count, 0.5, "is 0.5, but must be a whole number from 0 to 10 tasks"],
    ["a number as a text", count, "5", 'is "5", but must be a whole number from 0 to 10 tasks'],
    ["a number below one without a most or a unit", least, 0, "is 0, but must be a whole number 1 or more"],
    ["no ARN", bucket, "models", 'is "models", but must be the ARN of a bucket'],
    ["a policy for a role", roleArn, policy, `is "${policy}", but must be the ARN of an IAM role`],
    ["a role for a policy", policyArn, role, `is "${role}", but must be the ARN of an IAM policy`],
    ["the id of a key", kmsKeyArn, "1", 'is "1", but must be the ARN of a KMS key'],
    ["a list of tags", tags, [], "is a list, but must be an object of tags"],
];

describe("A value of an argument", () => {
    const problems = (check: Check, value: unknown) => {
        const found = new Problems();
        check(value, "value", found);
        return found.found;
    };

    for (const [what, check, value] of taken) {
        it(`is taken where it is ${what}`, () => assert.deepStrictEqual(problems(check, value), []));
    }

    for (const [what, check, value, reason] of refused) {
        it(`is refused where it is ${what}`, () =>
            assert.deepStrictEqual(problems(check, value), [{ propertyPath: "value", reason }]));
    }

    it("is refused at the tag that is none", () =>
        assert.deepStrictEqual(problems(tags, { team: 1 }), [
            { propertyPath: "value.team", reason: "is a number, but must be a string" },
        ]));
});
