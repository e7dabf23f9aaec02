import { getSubnetsOutput, getVpcOutput } from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import type { InferentiaClusterArgs } from "./args";

/** Where the instances stand. */
export interface Network {
    readonly vpcId: pulumi.Output<string>;
    readonly subnetIds: pulumi.Output<string[]>;
}

/** The given VPC and subnets, or the default subnets of the account's default VPC. */
export function resolveNetwork(
    args: Pick<InferentiaClusterArgs, "vpcId" | "subnetIds">,
    opts: pulumi.InvokeOutputOptions,
): Network {
    if (args.vpcId !== undefined && args.subnetIds !== undefined) {
        return { vpcId: pulumi.output(args.vpcId), subnetIds: pulumi.output(args.subnetIds) };
    }
    const vpcId = getVpcOutput({ default: true }, opts).id;
    const filters = [
        { name: "vpc-id", values: [vpcId] },
        { name: "default-for-az", values: ["true"] },
    ];
    return { vpcId, subnetIds: getSubnetsOutput({ filters }, opts).ids };
}
