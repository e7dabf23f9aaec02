import assert from "node:assert/strict";
import { LaunchTemplate, type LaunchTemplateArgs } from "../../../components";
import { inferentiaUserData } from "../../../components/launch-template/user-data";
import { children, recommendedAmiId, register } from "../mocked-engine";

const minimal: LaunchTemplateArgs = {
    instanceType: "inf1.xlarge",
    clusterName: "ml",
    instanceProfileArn: "arn:aws:iam::123456789012:instance-profile/ml",
    securityGroupIds: ["sg-1"],
};

describe("LaunchTemplate", () => {
    it(
        "launches the recommended Inferentia AMI with IMDSv2 only, an encrypted root volume, and user data that " +
            "joins the cluster",
        async () => {
            const registered = await register(
                () =>
                    new LaunchTemplate("inf1", {
                        ...minimal,
                        rootVolumeKmsKeyId: "alias/root",
                        tags: { team: "ml" },
                    }),
            );
            const instanceTags = { Name: "inf1", team: "ml" };
            assert.deepStrictEqual(children(registered), [
                {
                    type: "aws:ec2/launchTemplate:LaunchTemplate",
                    name: "inf1-template",
                    inputs: {
                        imageId: recommendedAmiId,
                        instanceType: "inf1.xlarge",
                        iamInstanceProfile: { arn: minimal.instanceProfileArn },
                        vpcSecurityGroupIds: ["sg-1"],
                        metadataOptions: {
                            httpEndpoint: "enabled",
                            httpTokens: "required",
                            httpPutResponseHopLimit: 2,
                        },
                        blockDeviceMappings: [
                            {
                                deviceName: "/dev/xvda",
                                ebs: {
                                    volumeType: "gp3",
                                    volumeSize: 30,
                                    encrypted: "true",
                                    kmsKeyId: "alias/root",
                                    deleteOnTermination: "true",
                                },
                            },
                        ],
                        userData: Buffer.from(
                            inferentiaUserData({
                                clusterName: "ml",
                                runtime: "neuron-rtd",
                                spotInstanceDraining: false,
                                canContainersAccessInstanceRole: false,
                                extraUserData: undefined,
                            }),
                        ).toString("base64"),
                        tagSpecifications: [
                            { resourceType: "instance", tags: instanceTags },
                            { resourceType: "volume", tags: instanceTags },
                        ],
                        updateDefaultVersion: true,
                        tags: { team: "ml" },
                    },
                },
            ]);
        },
    );

    const wrong: [string, object, string][] = [
        [
            "no cluster",
            { clusterName: undefined },
            "clusterName is missing; give the name of the ECS cluster that the instances join",
        ],
        [
            "a cluster name that a shell would take apart",
            { clusterName: "a;b" },
            'clusterName is "a;b", but must be 1 to 255 letters, digits, hyphens and underscores',
        ],
        [
            "no instance profile",
            { instanceProfileArn: undefined },
            "instanceProfileArn is missing; give the ARN of an instance profile",
        ],
        [
            "a role in the instance profile's place",
            { instanceProfileArn: "arn:aws:iam::123456789012:role/ml" },
            'instanceProfileArn is "arn:aws:iam::123456789012:role/ml", but must be the ARN of an IAM instance profile',
        ],
        [
            "no security group",
            { securityGroupIds: [] },
            "securityGroupIds is empty, but must be a list with at least one security group id",
        ],
        [
            "no security groups at all",
            { securityGroupIds: undefined },
            "securityGroupIds is missing; give at least one security group",
        ],
        ["what is no argument", { subnetIds: [] }, "subnetIds is not an argument of LaunchTemplate; leave it out"],
        [
            "a parameter name with a blank",
            { amiSsmParameter: "/my ami" },
            'amiSsmParameter is "/my ami", but must be the name of a Systems Manager parameter',
        ],
    ];
    for (const [what, change, problem] of wrong) {
        it(`refuses ${what}, before it registers a child`, async () => {
            let registered: readonly unknown[] = [];
            await assert.rejects(
                register(
                    () => new LaunchTemplate("inf1", { ...minimal, ...change }),
                    (so) => (registered = children(so)),
                ),
                {
                    name: "InvalidArgumentsError",
                    message: `LaunchTemplate "inf1" has a wrong argument:\n  - ${problem}`,
                },
            );
            assert.deepStrictEqual(registered, []);
        });
    }
});
