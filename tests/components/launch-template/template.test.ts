import assert from "node:assert/strict";
import { ComponentResource } from "@pulumi/pulumi";
import { createTemplate } from "../../../components/launch-template/template";
import { inferentiaUserData } from "../../../components/launch-template/user-data";
import { recommendedAmiId, register } from "../mocked-engine";
import { minimal } from "./right-launch";

describe("The launch template of instances", () => {
    it(
        "launches the recommended Inferentia AMI with IMDSv2 only, an encrypted root volume, and user data that " +
            "joins the cluster",
        async () => {
            const registered = await register(() => {
                const parent = new ComponentResource("test:index:Parent", "parent");
                const ready = Promise.resolve([]);
                createTemplate(
                    "inf1",
                    { ...minimal, rootVolumeKmsKeyId: "alias/root", tags: { team: "ml" } },
                    { component: "LaunchTemplate", name: "inf1", ready, opts: { parent } },
                    { parent, dependsOn: ready },
                );
            });
            const instanceTags = { Name: "inf1", team: "ml" };
            assert.deepStrictEqual(
                registered.filter(({ name }) => name.startsWith("inf1")),
                [
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
                ],
            );
        },
    );
});
