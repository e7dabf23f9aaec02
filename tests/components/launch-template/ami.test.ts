import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { LaunchTemplate, type LaunchTemplateArgs } from "../../../components";
import { recommendedAmiId, register, type Calls } from "../mocked-engine";

const minimal: LaunchTemplateArgs = {
    instanceType: "inf1.xlarge",
    clusterName: "ml",
    instanceProfileArn: "arn:aws:iam::123456789012:instance-profile/ml",
    securityGroupIds: ["sg-1"],
};
const folder = "/aws/service/ecs/optimized-ami";
const release = `${folder}/amazon-linux-2/inf/amzn2-ami-ecs-inf-hvm-2.0.20220822-x86_64-ebs`;

async function ami(args: Partial<LaunchTemplateArgs>, calls: Calls = {}): Promise<unknown[]> {
    const seen: unknown[] = [];
    const registered = await register(
        () => {
            const { amiId, amiName } = new LaunchTemplate("inf", { ...minimal, ...args });
            pulumi.all([amiId, amiName]).apply((values) => seen.push(...values));
        },
        undefined,
        false,
        { calls },
    );
    return [registered.find(({ name }) => name === "inf-template")?.inputs["imageId"], ...seen];
}

describe("launch template: AMI", () => {
    const found: [string, Partial<LaunchTemplateArgs>, unknown[]][] = [
        [
            "is the recommended one, with its release",
            {},
            [recommendedAmiId, recommendedAmiId, "amzn2-ami-ecs-inf-hvm-2.0.20260820-x86_64-ebs"],
        ],
        [
            "is the one that is recommended for the runtime",
            { runtime: "libnrt" },
            [
                "ami-0aa00aa00aa00aa00",
                "ami-0aa00aa00aa00aa00",
                "al2023-ami-ecs-neuron-hvm-2023.0.20260820-kernel-6.1-x86_64",
            ],
        ],
        ["is the given one", { amiId: "ami-01234567" }, ["ami-01234567", "ami-01234567", undefined]],
        [
            "is the plain id of a parameter",
            { amiSsmParameter: "/own/ami" },
            ["ami-0fedcba9876543210", "ami-0fedcba9876543210", undefined],
        ],
        [
            "is looked up by EC2 at launch where that is chosen",
            { amiResolution: "launch" },
            [`resolve:ssm:${folder}/amazon-linux-2/inf/recommended/image_id`, undefined, undefined],
        ],
        [
            "is looked up by EC2 of a release",
            { amiResolution: "launch", amiSsmParameter: release },
            [`resolve:ssm:${release}/image_id`, undefined, undefined],
        ],
        [
            "is looked up by EC2 by the plain parameter that is given",
            { amiResolution: "launch", amiSsmParameter: "/own/ami" },
            ["resolve:ssm:/own/ami", undefined, undefined],
        ],
    ];
    for (const [what, args, expected] of found) {
        it(what, async () => assert.deepStrictEqual(await ami(args), expected));
    }

    const getParameter = "aws:ssm/getParameter:getParameter";
    const refused: [string, Partial<LaunchTemplateArgs>, Calls, string][] = [
        [
            "a release that the region no longer has, without a circle",
            { amiSsmParameter: release },
            {},
            `amiSsmParameter is "${release}", which the region does not have; name another parameter, such as ` +
                `${folder}/amazon-linux-2/inf/recommended, or give amiId, the id of an AMI of your own in this region`,
        ],
        [
            "a region without the recommended one",
            {},
            {
                [getParameter]: () => {
                    throw new Error("reading SSM Parameter: ParameterNotFound: ");
                },
            },
            `amiSsmParameter is "${folder}/amazon-linux-2/inf/recommended", which the region does not have; give amiId, ` +
                "the id of an AMI of your own in this region",
        ],
        [
            "a parameter that names no AMI",
            { amiSsmParameter: "/own/broken" },
            {},
            'amiSsmParameter is "/own/broken", whose value must be an AMI id such as ami-0123456789abcdef0, or a JSON ' +
                "document with image_id; name another parameter, or give amiId",
        ],
        [
            "a lookup with credentials that have expired",
            {},
            {
                [getParameter]: () => {
                    throw new Error("operation error SSM: ExpiredTokenException: The security token is expired");
                },
            },
            `amiSsmParameter is "${folder}/amazon-linux-2/inf/recommended": the AWS credentials have expired; sign in ` +
                "again",
        ],
    ];
    for (const [what, args, calls, problem] of refused) {
        it(`refuses ${what}`, async () => {
            await assert.rejects(ami(args, calls), {
                name: "InvalidArgumentsError",
                message: `LaunchTemplate "inf" has a wrong argument:\n  - ${problem}`,
            });
        });
    }
});
