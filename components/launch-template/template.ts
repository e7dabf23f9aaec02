import { LaunchTemplate } from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { bridgeModeHopLimit, rootDeviceName, rootVolumeSizeGiB } from "../../contract";
import { after } from "../engine/lookup";
import type { Lookups } from "../lookup/lookups";
import { resolveAmi, type Ami } from "./ami";
import type { LaunchTemplateArgs } from "./args";
import { inferentiaUserData } from "./user-data";

/** A launch template of EC2, and its AMI. */
export interface Template {
    readonly template: LaunchTemplate;
    readonly ami: pulumi.Output<Ami>;
}

/** Creates the launch template of Inferentia instances. */
export function createTemplate(
    name: string,
    args: LaunchTemplateArgs,
    lookups: Lookups,
    opts: pulumi.CustomResourceOptions & { readonly dependsOn: Promise<pulumi.Resource[]> },
): Template {
    const ami = resolveAmi(args, lookups);
    const instanceTags = pulumi.output(args.tags).apply((tags) => ({ Name: name, ...tags }));
    const template = new LaunchTemplate(
        `${name}-template`,
        {
            imageId: ami.imageId,
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
            userData: encodedUserData(args),
            tagSpecifications: ["instance", "volume"].map((resourceType) => ({ resourceType, tags: instanceTags })),
            updateDefaultVersion: true,
            tags: args.tags,
        },
        { ...opts, dependsOn: after(opts.dependsOn, ami) },
    );
    return { template, ami };
}

/** The user data, as EC2 stores it. */
function encodedUserData(args: LaunchTemplateArgs): pulumi.Output<string> {
    const { clusterName, runtime, spotInstanceDraining, canContainersAccessInstanceRole, extraUserData } = args;
    return pulumi
        .output({ clusterName, runtime, spotInstanceDraining, canContainersAccessInstanceRole, extraUserData })
        .apply((known) => Buffer.from(inferentiaUserData(known)).toString("base64"));
}
