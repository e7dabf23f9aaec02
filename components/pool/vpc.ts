import { getVpc, type GetVpcResult } from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";
import { lookup } from "../engine/lookup";
import { lookupFailure } from "../lookup/failure";
import { wrongArgument, type Lookups } from "../lookup/lookups";
import type { InstanceNetwork } from "./args";

/** The VPC of the instances: the given one, or else the account's default VPC; undefined where the subnets decide. */
export function vpcOf({ vpcId, subnetIds }: InstanceNetwork, lookups: Lookups): pulumi.Output<string | undefined> {
    return lookup(vpcId, lookups.ready, async (given) =>
        given !== undefined || subnetIds !== undefined ? given : (await defaultVpc(lookups)).id,
    );
}

/** The account's default VPC. */
export async function defaultVpc(lookups: Lookups): Promise<GetVpcResult> {
    return getVpc({ default: true }, lookups.opts).catch((error: unknown) => {
        const reason = /no matching EC2 VPC/i.test(String(error))
            ? "the account has no default VPC in the region; give vpcId and subnetIds"
            : `the default VPC cannot be looked up: ${lookupFailure(error)}`;
        throw wrongArgument(lookups, "vpcId", `is missing, and ${reason}`);
    });
}
