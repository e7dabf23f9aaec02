import { LaunchTemplate } from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { bridgeModeHopLimit, rootDeviceName, rootVolumeSizeGiB, componentTypes } from "../../contract";
import { validated } from "../validation/validate";
import { resolveAmiId } from "./ami";
import type { Inf1LaunchTemplateArgs } from "./args";
import { checkInf1LaunchTemplate } from "./check";
import { inf1UserData } from "./user-data";

/**
 * An EC2 launch template for Inf1 container instances: the AMI that AWS publishes for Inferentia on ECS, IMDSv2 only
 * with a hop limit of 2 (bridge mode needs it), an encrypted root volume, and user data that joins an ECS cluster.
 *
 * The AMI is looked up at each deployment. A new one makes a new version of the template; running instances keep
 * theirs.
 *
 * @throws InvalidArgumentsError with every wrong argument, before anything is created.
 */
export class Inf1LaunchTemplate extends pulumi.ComponentResource {
    /** The launch template's id. */
    public readonly launchTemplateId: pulumi.Output<string>;
    /** The launch template's newest version. */
    public readonly latestVersion: pulumi.Output<number>;
    /** The id of the AMI that the template launches. */
    public readonly amiId: pulumi.Output<string>;
    /** The EC2 instance type that the template launches. */
    public readonly instanceType: pulumi.Output<string>;

    constructor(name: string, args: Inf1LaunchTemplateArgs, opts?: pulumi.ComponentResourceOptions) {
        super(componentTypes.launchTemplate, name, args, opts);
        const dependsOn = validated("Inf1LaunchTemplate", name, args, checkInf1LaunchTemplate);

        this.amiId = resolveAmiId(name, args, { parent: this });
        const instanceTags = pulumi.output(args.tags).apply((tags) => ({ Name: name, ...tags }));
        const template = new LaunchTemplate(
            `${name}-template`,
            {
                imageId: this.amiId,
                instanceType: args.instanceType,
                iamInstanceProfile: { arn: args.instanceProfileArn },
                vpcSecurityGroupIds: args.securityGroupIds,
                metadataOptions: {
                    httpEndpoint: "enabled",
                    httpTokens: "required",
                    httpPutResponseHopLimit: bridgeModeHopLimit,
                },
                blockDeviceMappings: [
                    {
                        deviceName: rootDeviceName,
                        ebs: {
                            volumeType: "gp3",
                            volumeSize: args.rootVolumeSizeGiB ?? rootVolumeSizeGiB,
                            encrypted: "true",
                            kmsKeyId: args.rootVolumeKmsKeyId,
                            deleteOnTermination: "true",
                        },
                    },
                ],
                userData: pulumi
                    .all([args.clusterName, args.extraUserData])
                    .apply(([clusterName, extra]) => Buffer.from(inf1UserData(clusterName, extra)).toString("base64")),
                tagSpecifications: ["instance", "volume"].map((resourceType) => ({ resourceType, tags: instanceTags })),
                updateDefaultVersion: true,
                tags: args.tags,
            },
            { parent: this, dependsOn },
        );

        this.launchTemplateId = template.id;
        this.latestVersion = template.latestVersion;
        this.instanceType = pulumi.output(args.instanceType);
        this.registerOutputs({
            launchTemplateId: this.launchTemplateId,
            latestVersion: this.latestVersion,
            amiId: this.amiId,
            instanceType: this.instanceType,
        });
    }
}
