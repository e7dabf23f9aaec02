import assert from "node:assert/strict";
import {
    amiFromParameterValue,
    amiIdPattern,
    lastRuntime1AmiParameter,
    recommendedInferentiaAmiParameter,
    rootDeviceName,
} from "../../contract";

describe("The Inferentia AMI", () => {
    it("is named by the parameters that AWS publishes", () => {
        assert.equal(
            recommendedInferentiaAmiParameter,
            "/aws/service/ecs/optimized-ami/amazon-linux-2/inf/recommended",
        );
        assert.equal(
            lastRuntime1AmiParameter,
            "/aws/service/ecs/optimized-ami/amazon-linux-2/inf/amzn2-ami-ecs-inf-hvm-2.0.20220822-x86_64-ebs",
        );
    });

    it("has its root device where all ECS-optimized AMIs have it", () => assert.equal(rootDeviceName, "/dev/xvda"));
});

describe("An AMI id", () => {
    for (const text of ["ami-01234567", "ami-0123456789abcdef0"]) {
        it(`may be ${text}`, () => assert.ok(amiIdPattern.test(text)));
    }
    for (const text of [
        "xami-01234567",
        "ami-012345678",
        "ami-0123456",
        "ami-0123456789abcdef01",
        "ami-0123456g",
        "AMI-01234567",
    ]) {
        it(`may not be ${text}`, () => assert.ok(!amiIdPattern.test(text)));
    }
});

describe("An AMI in a parameter's value", () => {
    const values: [string, string, string | undefined][] = [
        ["a JSON document", '{"image_id":"ami-0123456789abcdef0","schema_version":1}', "ami-0123456789abcdef0"],
        ["a plain id", "ami-0123456789abcdef0\n", "ami-0123456789abcdef0"],
        ["an old, short id", "ami-01234567", "ami-01234567"],
        ["a document without image_id", '{"image":"ami-0123456789abcdef0"}', undefined],
        ["a document with another type", '{"image_id":1}', undefined],
        ["a broken document", '{"image_id":', undefined],
        ["other text", "i-0123456789abcdef0", undefined],
        ["nothing", "", undefined],
    ];
    for (const [what, value, id] of values) {
        it(`is read from ${what}: ${String(id)}`, () => assert.equal(amiFromParameterValue(value)?.id, id));
    }

    it("is found behind blanks before the document", () =>
        assert.equal(amiFromParameterValue(' {"image_id":"ami-01234567"}')?.id, "ami-01234567"));

    it("is a text, and no list of one", () =>
        assert.equal(amiFromParameterValue('{"image_id":["ami-01234567"]}'), undefined));
});
