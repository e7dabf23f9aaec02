import assert from "node:assert/strict";
import { readEcrImage } from "../../contract";

const account = "123456789012";
const bert = { account, region: "us-east-1", repository: "team/bert" };

describe("An image in a private registry of Amazon ECR", () => {
    const images: [string, object | undefined][] = [
        [`${account}.dkr.ecr.us-east-1.amazonaws.com/team/bert`, bert],
        [`${account}.dkr.ecr.us-east-1.amazonaws.com/team/bert:1`, bert],
        [`${account}.dkr.ecr.us-east-1.amazonaws.com/team/bert@sha256:00`, bert],
        [`${account}.dkr.ecr-fips.us-east-1.amazonaws.com/team/bert`, bert],
        [`${account}.dkr-ecr.us-east-1.on.aws/team/bert`, bert],
        [`${account}.dkr-ecr-fips.us-east-1.on.aws/team/bert`, bert],
        [`${account}.dkr.ecr.cn-north-1.amazonaws.com.cn/team/bert`, { ...bert, region: "cn-north-1" }],
        [`${account}.dkr.ecr.us-east-1.amazonaws.com/`, undefined],
        [`${account}.dkr.ecr.us-east-1.amazonaws.community/team/bert`, undefined],
        [`${account}.dkr.s3.us-east-1.amazonaws.com/team/bert`, undefined],
        [`1${account}.dkr.ecr.us-east-1.amazonaws.com/team/bert`, undefined],
        [`${account.slice(1)}.dkr.ecr.us-east-1.amazonaws.com/team/bert`, undefined],
        ["public.ecr.aws/team/bert", undefined],
        ["bert", undefined],
        ["", undefined],
    ];
    for (const [image, read] of images) {
        it(`is ${read === undefined ? "not " : ""}${JSON.stringify(image)}`, () =>
            assert.deepStrictEqual(readEcrImage(image), read));
    }
});
