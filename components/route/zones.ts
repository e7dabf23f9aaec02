import { getSubnet } from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { lookup } from "../engine/lookup";
import { lookupFailure } from "../lookup/failure";
import { wrongArgument, type Lookups } from "../lookup/lookups";

/**
 * Refuses a load balancer that has no subnet in a zone of the instances: it reaches no target there. Subnets that both
 * have need no lookup.
 */
export function checkedZones(
    subnets: {
        readonly balancer: pulumi.Input<string[] | undefined>;
        readonly targets: pulumi.Input<string[] | undefined>;
    },
    lookups: Lookups,
): pulumi.Output<unknown> {
    return lookup(pulumi.all([subnets.balancer, subnets.targets]), lookups.ready, async ([balancer, targets]) => {
        if (balancer === undefined || targets === undefined || targets.every((id) => balancer.includes(id))) {
            return;
        }
        const [ofBalancer, ofTargets] = await Promise.all([zonesOf(balancer, lookups), zonesOf(targets, lookups)]);
        const missing = ofTargets.filter((zone) => !ofBalancer.includes(zone));
        if (missing.length > 0) {
            throw wrongArgument(
                lookups,
                "loadBalancer.subnetIds",
                `are in ${ofBalancer.join(", ")}, but the instances of the task's pool can be in ` +
                    `${missing.join(", ")}, where the load balancer reaches none; give it a subnet there`,
            );
        }
    });
}

async function zonesOf(ids: readonly string[], lookups: Lookups): Promise<string[]> {
    const subnets = await Promise.all(ids.map((id) => getSubnet({ id }, lookups.opts))).catch((error: unknown) => {
        throw wrongArgument(lookups, "loadBalancer.subnetIds", `cannot be looked up: ${lookupFailure(error)}`);
    });
    return [...new Set(subnets.map(({ availabilityZone }) => availabilityZone))].sort();
}
