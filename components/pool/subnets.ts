import { getInstanceTypeOfferings, getSubnets } from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { lookup } from "../engine/lookup";
import { lookupFailure } from "../lookup/failure";
import { wrongArgument, type Lookups } from "../lookup/lookups";

/** Instance types that need a subnet. */
interface Types {
    readonly types: readonly string[];
    /** The argument that they come from. */
    readonly argument: string;
}

/** The given subnets, once they are known to have the types; or the default ones of the VPC that have them. */
export function subnetsOf(
    network: {
        readonly vpcId: pulumi.Output<string | undefined>;
        readonly subnetIds: pulumi.Input<pulumi.Input<string>[]> | undefined;
    },
    instanceTypes: pulumi.Output<string[]>,
    argument: string,
    lookups: Lookups,
): pulumi.Output<string[]> {
    if (network.subnetIds === undefined) {
        return lookup(pulumi.all([network.vpcId, instanceTypes]), lookups.ready, ([vpcId, types]) =>
            defaultSubnets(vpcId as string, { types, argument }, lookups),
        );
    }
    return lookup(pulumi.all([network.subnetIds, instanceTypes]), lookups.ready, async ([ids, types]) => {
        await checkSubnets(ids, { types, argument }, lookups);
        return ids;
    });
}

async function defaultSubnets(vpcId: string, wanted: Types, lookups: Lookups): Promise<string[]> {
    const zones = await zonesWith(wanted, lookups);
    const filters = { "vpc-id": [vpcId], "default-for-az": ["true"], "availability-zone": zones };
    const ids = await subnetsWhere(filters, lookups);
    if (ids.length === 0) {
        throw wrongArgument(
            lookups,
            "subnetIds",
            `is missing, and the default VPC ${vpcId} has no default subnet in an Availability Zone with ` +
                `${wanted.types.join(", ")} (${zones.join(", ")}); give vpcId and subnetIds`,
        );
    }
    return ids;
}

async function checkSubnets(ids: readonly string[], wanted: Types, lookups: Lookups): Promise<void> {
    const zones = await zonesWith(wanted, lookups);
    const inZones = await subnetsWhere({ "availability-zone": zones }, lookups);
    const outside = ids.filter((id) => !inZones.includes(id));
    // A subnet that does not exist is another mistake, which AWS reports.
    const existing = outside.length === 0 ? [] : await subnetsWhere({ "subnet-id": outside }, lookups);
    if (existing.length > 0) {
        throw wrongArgument(
            lookups,
            "subnetIds",
            `has ${existing.join(", ")} in an Availability Zone without ${wanted.types.join(", ")}; of the region's ` +
                `zones ${zones.join(", ")} have it: give subnets there`,
        );
    }
}

/**
 * The Availability Zones of the region that have at least one of the types. In another one EC2 Auto Scaling does not
 * even create a group.
 */
async function zonesWith({ types, argument }: Types, lookups: Lookups): Promise<string[]> {
    const { locations } = await getInstanceTypeOfferings(
        { filters: [{ name: "instance-type", values: [...types] }], locationType: "availability-zone" },
        lookups.opts,
    ).catch((error: unknown) => {
        throw wrongArgument(lookups, argument, `is ${types.join(", ")}: ${lookupFailure(error)}`);
    });
    if (locations.length === 0) {
        throw wrongArgument(
            lookups,
            argument,
            `is ${types.join(", ")}, which no Availability Zone of the region has; deploy to another region ` +
                "(aws:region), or name a type that it has",
        );
    }
    return [...new Set(locations)].sort();
}

async function subnetsWhere(filters: Readonly<Record<string, string[]>>, lookups: Lookups): Promise<string[]> {
    const { ids } = await getSubnets(
        { filters: Object.entries(filters).map(([name, values]) => ({ name, values })) },
        lookups.opts,
    ).catch((error: unknown) => {
        throw wrongArgument(lookups, "subnetIds", `cannot be looked up: ${lookupFailure(error)}`);
    });
    return ids;
}
