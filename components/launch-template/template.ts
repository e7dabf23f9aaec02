import { LaunchTemplate } from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { bridgeModeHopLimit } from "../../contract";
import { after } from "../engine/lookup";
import type { Lookups } from "../lookup/lookups";
import { resolveAmi, type Ami } from "./ami";
import type { LaunchTemplateArgs } from "./args";
import { imagePullFields } from "./image-pull";
import { rootVolume } from "./root-volume";
import { runtimeOfInstances } from "./runtime";
import { inferentiaUserData, userDataArguments, type UserDataArgs } from "./user-data";

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
    const runtime = runtimeOfInstances(
        args,
        pulumi.output(args.instanceType).apply((type) => [type]),
    );
    const ami = resolveAmi({ ...args, runtime }, lookups);
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
            blockDeviceMappings: rootVolume(args, runtime),
            userData: encodedUserData({ ...args, runtime }),
            tagSpecifications: ["instance", "volume"].map((resourceType) => ({ resourceType, tags: instanceTags })),
            updateDefaultVersion: true,
            tags: args.tags,
        },
        { ...opts, dependsOn: after(opts.dependsOn, ami) },
    );
    return { template, ami };
}

/** The user data, as EC2 stores it. */
function encodedUserData(args: UserDataArgs): pulumi.Output<string> {
    const names = [...userDataArguments, ...Object.keys(imagePullFields)] as (keyof UserDataArgs)[];
    return pulumi
        .output(Object.fromEntries(names.map((name) => [name, args[name]])) as UserDataArgs)
        .apply((known) => Buffer.from(inferentiaUserData(known)).toString("base64"));
}
