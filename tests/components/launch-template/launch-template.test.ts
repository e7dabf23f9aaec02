import assert from "node:assert/strict";
import { LaunchTemplate } from "../../../components";
import { inferentiaUserData } from "../../../components/launch-template/user-data";
import { children, recommendedAmiId, register } from "../mocked-engine";
import { minimal } from "./right-launch";

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

    it("refuses a wrong argument before it registers a child", async () => {
        let registered: readonly unknown[] = [];
        await assert.rejects(
            register(
                () => new LaunchTemplate("inf1", { ...minimal, securityGroupIds: [] }),
                (so) => (registered = children(so)),
            ),
            {
                name: "InvalidArgumentsError",
                message:
                    'LaunchTemplate "inf1" has a wrong argument:\n' +
                    "  - securityGroupIds is empty, but must be a list with at least one security group id",
            },
        );
        assert.deepStrictEqual(registered, []);
    });
});
