import { getInstanceTypeOfferings, getSubnets } from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { after, lookup } from "../engine/lookup";
import { warn } from "../engine/warn";
import { lookupFailure } from "../lookup/failure";
import { unlessFails, wrongArgument, type Lookups } from "../lookup/lookups";

/** Instance types that need a subnet. */
interface Types {
    readonly types: readonly string[];
    /** The argument that they come from. */
    readonly argument: string;
}

/** The given subnets, or the default ones of the VPC, that are in Availability Zones with the types. */
export function subnetsOf(
    network: {
        readonly vpcId: pulumi.Output<string | undefined>;
        readonly subnetIds: pulumi.Input<pulumi.Input<string>[]> | undefined;
    },
    instanceTypes: pulumi.Output<string[]>,
    argument: string,
    lookups: Lookups,
): pulumi.Output<string[]> {
    // Beside the lookup of the VPC, and at a first preview, which does not know subnets that the program creates.
    const offered = lookup(instanceTypes, lookups.ready, async (types) => ({
        types,
        zones: await unlessFails(after(network.vpcId), zonesWith({ types, argument }, lookups)),
    }));
    return network.subnetIds === undefined
        ? lookup(pulumi.all([network.vpcId, offered]), lookups.ready, ([vpcId, inZones]) =>
              defaultSubnets(vpcId as string, inZones, lookups),
          )
        : lookup(pulumi.all([network.subnetIds, offered]), lookups.ready, ([ids, inZones]) =>
              offeredSubnets(ids, inZones, lookups),
          );
}

/** Instance types, and the Availability Zones that have at least one of them. */
interface Offered {
    readonly types: readonly string[];
    readonly zones: string[];
}

async function defaultSubnets(vpcId: string, { types, zones }: Offered, lookups: Lookups): Promise<string[]> {
    const filters = { "vpc-id": [vpcId], "default-for-az": ["true"], "availability-zone": zones };
    const ids = await subnetsWhere(filters, lookups);
    if (ids.length === 0) {
        throw wrongArgument(
            lookups,
            "subnetIds",
            `is missing, and the default VPC ${vpcId} has no default subnet in an Availability Zone with ` +
                `${types.join(", ")} (${zones.join(", ")}); give vpcId and subnetIds`,
        );
    }
    return ids;
}

/** The given subnets without those of other zones, in which EC2 Auto Scaling would create no group. */
async function offeredSubnets(ids: string[], { types, zones }: Offered, lookups: Lookups): Promise<string[]> {
    const inZones = await subnetsWhere({ "subnet-id": ids, "availability-zone": zones }, lookups);
    const outside = ids.filter((id) => !inZones.includes(id));
    // A subnet that does not exist is another mistake, which AWS reports.
    const existing = outside.length === 0 ? [] : await subnetsWhere({ "subnet-id": outside }, lookups);
    if (existing.length === 0) {
        return ids;
    }
    const elsewhere =
        `${existing.join(", ")} in an Availability Zone without ${types.join(", ")}; of the region's zones ` +
        `${zones.join(", ")} have it`;
    if (existing.length === ids.length) {
        throw wrongArgument(lookups, "subnetIds", `has only ${elsewhere}: give a subnet there`);
    }
    const { component, name, opts } = lookups;
    void warn(
        `${component} "${name}": subnetIds has ${elsewhere}: the instances start in the other subnets`,
        opts.parent,
    );
    return ids.filter((id) => !existing.includes(id));
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

/** The ids of the subnets that fit EC2's filters. */
export async function subnetsWhere(filters: Readonly<Record<string, string[]>>, lookups: Lookups): Promise<string[]> {
    const { ids } = await getSubnets(
        { filters: Object.entries(filters).map(([name, values]) => ({ name, values })) },
        lookups.opts,
    ).catch((error: unknown) => {
        throw wrongArgument(lookups, "subnetIds", `cannot be looked up: ${lookupFailure(error)}`);
    });
    return ids;
}
