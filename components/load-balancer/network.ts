import { getSubnet, getVpc } from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { lookup } from "../engine/lookup";
import { lookupFailure } from "../lookup/failure";
import { wrongArgument, type Lookups } from "../lookup/lookups";
import { subnetsWhere } from "../pool/subnets";
import { defaultVpc } from "../pool/vpc";
import { typeOf, type LoadBalancerArgs, type LoadBalancerType } from "./args";
import { subnetProblem } from "./subnets";

/** Where a load balancer stands. */
export interface BalancerNetwork {
    readonly vpcId: pulumi.Output<string | undefined>;
    readonly subnetIds: pulumi.Output<string[]>;
    /** The address ranges that its listeners serve; undefined where its security groups are given. */
    readonly allowedCidrBlocks: readonly pulumi.Input<string>[] | undefined;
}

/** Takes the given VPC and subnets, once these are known to fit; or the default ones. */
export function balancerNetworkOf(args: LoadBalancerArgs, lookups: Lookups): BalancerNetwork {
    const isDefault = args.vpcId === undefined && args.subnetIds === undefined;
    const vpc = isDefault ? lookup(undefined, lookups.ready, () => defaultVpc(lookups)) : undefined;
    const vpcId = vpc?.id ?? pulumi.output(args.vpcId);
    const type = typeOf(args);
    const subnetIds =
        args.subnetIds === undefined
            ? lookup(vpcId, lookups.ready, (id) => defaultSubnets(type, id as string, lookups))
            : lookup(pulumi.all([vpcId, args.subnetIds]), lookups.ready, ([id, subnets]) =>
                  checkedSubnets(type, id, subnets, lookups),
              );
    const firstRange = () => vpc?.cidrBlock ?? lookup(vpcId, lookups.ready, (id) => rangeOf(id as string, lookups));
    return {
        vpcId,
        subnetIds,
        allowedCidrBlocks:
            args.securityGroupIds === undefined
                ? (args.allowedCidrBlocks ?? [args.internetFacing === true ? "0.0.0.0/0" : firstRange()])
                : undefined,
    };
}

async function defaultSubnets(type: LoadBalancerType, vpcId: string, lookups: Lookups): Promise<string[]> {
    const ids = await subnetsWhere({ "vpc-id": [vpcId], "default-for-az": ["true"] }, lookups);
    // A VPC has one default subnet in a zone.
    const subnets = ids.map((id) => ({ id, vpcId, availabilityZone: id }));
    const problem = subnetProblem(type, vpcId, subnets);
    if (problem !== undefined) {
        throw wrongArgument(lookups, "subnetIds", `is missing, and the default VPC ${problem}`);
    }
    return ids;
}

async function checkedSubnets(
    type: LoadBalancerType,
    vpcId: string | undefined,
    ids: readonly string[],
    lookups: Lookups,
): Promise<string[]> {
    const subnets = await Promise.all(ids.map((id) => findSubnet(id, lookups)));
    const problem = subnetProblem(type, vpcId, subnets);
    if (problem !== undefined) {
        throw wrongArgument(lookups, "subnetIds", problem);
    }
    return [...ids];
}

function findSubnet(id: string, lookups: Lookups) {
    return getSubnet({ id }, lookups.opts).catch((error: unknown) => {
        const reason = /no matching EC2 Subnet/i.test(String(error))
            ? ", which the region does not have; give the ids of subnets"
            : `: ${lookupFailure(error)}`;
        throw wrongArgument(lookups, "subnetIds", `has ${JSON.stringify(id)}${reason}`);
    });
}

async function rangeOf(vpcId: string, lookups: Lookups): Promise<string> {
    const { cidrBlock } = await getVpc({ id: vpcId }, lookups.opts).catch((error: unknown) => {
        const reason = /no matching EC2 VPC/i.test(String(error))
            ? ", which the region does not have; give the id of one"
            : `: ${lookupFailure(error)}`;
        throw wrongArgument(lookups, "vpcId", `is ${JSON.stringify(vpcId)}${reason}`);
    });
    return cidrBlock;
}
