import { getInstanceTypeOfferings, getSubnets } from "@pulumi/aws/ec2";
import { lookupFailure } from "../lookup/failure";
import { refusal, type Asking } from "./refusal";

/**
 * The Availability Zones of the region that have at least one of the types. In another one EC2 Auto Scaling does not
 * even create a group.
 */
export async function zonesWith(instanceTypes: readonly string[], asking: Asking): Promise<readonly string[]> {
    const { property, opts } = asking;
    const { locations } = await getInstanceTypeOfferings(
        { filters: [{ name: "instance-type", values: [...instanceTypes] }], locationType: "availability-zone" },
        opts,
    ).catch((error: unknown) => {
        throw refusal(asking, property, `is ${instanceTypes.join(", ")}: ${lookupFailure(error)}`);
    });
    const zones = [...new Set(locations)].sort();
    if (zones.length === 0) {
        throw refusal(
            asking,
            property,
            `is ${instanceTypes.join(", ")}, which no Availability Zone of the region has; deploy to another region ` +
                "(aws:region), or name a type that it has",
        );
    }
    return zones;
}

/** Fails when one of the subnets is in a zone without the types. */
export async function checkSubnets(
    subnetIds: readonly string[],
    instanceTypes: readonly string[],
    asking: Asking,
): Promise<void> {
    const zones = await zonesWith(instanceTypes, asking);
    const inZones = await subnetsWhere([{ name: "availability-zone", values: [...zones] }], asking);
    const outside = subnetIds.filter((id) => !inZones.includes(id));
    if (outside.length === 0) {
        return;
    }
    // One that is not there at all is another mistake, which AWS tells.
    const existing = await subnetsWhere([{ name: "subnet-id", values: [...outside] }], asking);
    if (existing.length > 0) {
        throw refusal(
            asking,
            "subnetIds",
            `has ${existing.join(", ")} in an Availability Zone without ${instanceTypes.join(", ")}; of the region's ` +
                `zones ${zones.join(", ")} have it: give subnets there`,
        );
    }
}

/** The ids of the subnets that pass the filters. */
export async function subnetsWhere(
    filters: { name: string; values: string[] }[],
    asking: Asking,
): Promise<readonly string[]> {
    const { ids } = await getSubnets({ filters }, asking.opts).catch((error: unknown) => {
        throw refusal(asking, "subnetIds", `cannot be looked up: ${lookupFailure(error)}`);
    });
    return ids;
}
