import assert from "node:assert/strict";
import {
    amiFromParameterValue,
    amiIdPattern,
    imageIdAtLaunch,
    lastRuntime1AmiParameter,
    recommendedInferentiaAmiParameter,
    rootDeviceName,
    type NamedAmi,
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
    const id = "ami-0123456789abcdef0";
    const name = "amzn2-ami-ecs-inf-hvm-2.0.20260820-x86_64-ebs";
    const values: [string, string, NamedAmi | undefined][] = [
        ["a JSON document", `{"image_id":"${id}","schema_version":1}`, { id }],
        ["a JSON document with the AMI's name", `{"image_id":"${id}","image_name":"${name}"}`, { id, name }],
        ["a JSON document whose name is none", `{"image_id":"${id}","image_name":1}`, { id }],
        ["a JSON document behind blanks", ` {"image_id":"${id}"}`, { id }],
        ["a plain id", `${id}\n`, { id }],
        ["an old, short id", "ami-01234567", { id: "ami-01234567" }],
        ["a document without image_id", `{"image":"${id}"}`, undefined],
        ["a document with another type", '{"image_id":1}', undefined],
        ["a document with a list of one id", `{"image_id":["${id}"]}`, undefined],
        ["a broken document", '{"image_id":', undefined],
        ["other text", "i-0123456789abcdef0", undefined],
        ["nothing", "", undefined],
    ];
    for (const [what, value, ami] of values) {
        it(`is ${ami === undefined ? "not " : ""}read from ${what}`, () =>
            assert.deepStrictEqual(amiFromParameterValue(value), ami));
    }
});

describe("What EC2 looks an AMI up by at each launch", () => {
    const folder = "/aws/service/ecs/optimized-ami/amazon-linux-2/inf";
    const parameters: [string, string, member: string][] = [
        ["the id in a document of AWS's", `${folder}/recommended`, "/image_id"],
        ["a parameter of AWS's that is an id", `${folder}/recommended/image_id`, ""],
        ["an own parameter", "/own/ami", ""],
        ["an own parameter that ends like the folder of AWS's", "/own/aws/service/ecs/optimized-ami/", ""],
    ];
    for (const [what, parameter, member] of parameters) {
        it(`is ${what}: ${parameter}${member}`, () =>
            assert.equal(imageIdAtLaunch(parameter), `resolve:ssm:${parameter}${member}`));
    }
});
