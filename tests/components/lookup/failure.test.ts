import assert from "node:assert/strict";
import { lookupFailure } from "../../../components/lookup/failure";

const cases: readonly (readonly [string, string, string])[] = [
    [
        "an expired login",
        "invoking aws:ec2/getVpc:getVpc: operation error EC2: DescribeVpcs, api error ExpiredToken: The token is expired",
        "the AWS credentials have expired; sign in again",
    ],
    [
        "a region that does not exist",
        "invalid AWS Region: us-eats-1",
        "there is no such AWS region; correct aws:region (pulumi config set aws:region us-west-2)",
    ],
    [
        "a call that is not allowed",
        "api error UnauthorizedOperation: You are not authorized to perform this operation",
        "the AWS credentials may not look it up",
    ],
    [
        "another error, without the provider's path",
        "invocation of aws:kms/getKey:getKey returned an error: invoking aws:kms/getKey:getKey: reading KMS Key (a): busy",
        "AWS did not answer: reading KMS Key (a): busy",
    ],
    [
        "another error, of those that the provider counts",
        "invoking aws:kms/getKey:getKey: 1 error occurred:\n\t* reading KMS Key (a): busy\n\n",
        "AWS did not answer: reading KMS Key (a): busy",
    ],
];

describe("failed lookup", () => {
    for (const [what, message, reason] of cases) {
        it(`explains ${what}`, () => assert.equal(lookupFailure(new Error(message)), reason));
    }

    for (const message of ["grpc: the client connection is closing", "Resource monitor is terminating"]) {
        it(`blames no argument when the engine ended it: ${message}`, () => {
            const error = new Error(`invoking aws:ec2/getVpc:getVpc: ${message}`);
            assert.throws(
                () => lookupFailure(error),
                (thrown) => thrown === error,
            );
        });
    }
});
