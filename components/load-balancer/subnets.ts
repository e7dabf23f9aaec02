import { fewestApplicationZones } from "../../contract";
import { LoadBalancerType } from "./args";

/** A subnet of a load balancer. */
export interface BalancerSubnet {
    readonly id: string;
    readonly availabilityZone: string;
    readonly vpcId: string;
}

/** Why a load balancer cannot stand in subnets, after `subnetIds`; undefined where it can. */
export function subnetProblem(
    type: LoadBalancerType,
    vpcId: string | undefined,
    subnets: readonly BalancerSubnet[],
): string | undefined {
    const [first] = subnets;
    const vpc = vpcId ?? first?.vpcId;
    const stranger = subnets.find((subnet) => subnet.vpcId !== vpc);
    if (stranger !== undefined) {
        return `has ${stranger.id} of ${stranger.vpcId}, but all must be of ${vpc}, the VPC; give subnets of one VPC`;
    }
    const zones = new Map<string, string>();
    for (const { id, availabilityZone: zone } of subnets) {
        const other = zones.get(zone);
        if (other !== undefined) {
            return `has ${other} and ${id}, both in ${zone}, but a load balancer takes one in each; leave one out`;
        }
        zones.set(zone, id);
    }
    if (zones.size >= (type === LoadBalancerType.Application ? fewestApplicationZones : 1)) {
        return undefined;
    }
    const needs = type === LoadBalancerType.Application ? "two zones at least; give another subnet" : "a subnet";
    const has = zones.size === 0 ? "no subnet" : `the one zone ${[...zones.keys()].join("")}`;
    return `has ${has}, but a load balancer of the type ${type} needs ${needs}`;
}
