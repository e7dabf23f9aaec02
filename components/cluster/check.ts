import type { Unwrap } from "@pulumi/pulumi";
import { fargateCapacityProviders } from "../../contract";
import { UNKNOWN } from "../../ecs/known";
import { poolFields, type ClusterPool } from "../pool/args";
import { checkInstanceNetwork, checkPool } from "../pool/check";
import type { Accepted } from "../validation/accepted";
import { quote, type Problems } from "../validation/problems";
import { memberPath } from "../validation/shape";
import type { ArgumentCheck } from "../validation/validate";
import { associationFields, clusterFields, type AssociationArgs, type ClusterArgs } from "./args";

type ClusterValues = Accepted<Unwrap<ClusterArgs>>;

/** Capacity providers of a cluster (Amazon ECS Developer Guide, service quotas). */
const maxProviders = 20;

export const clusterCheck: ArgumentCheck<ClusterArgs> = {
    fields: clusterFields,
    together(args, problems) {
        checkPools(args, problems);
        checkInstanceNetwork(args, problems);
        if (args.pools !== UNKNOWN) {
            checkProviders(args, Object.keys(args.pools ?? { one: args }).length, problems);
        }
    },
};

/** @param pools How many pools the cluster has. */
export function associationCheck(pools: number): ArgumentCheck<AssociationArgs> {
    return { fields: associationFields, together: (args, problems) => checkProviders(args, pools, problems) };
}

/** One pool beside the cluster's arguments, or several in `pools`. */
function checkPools(args: ClusterValues, problems: Problems): void {
    const { pools } = args;
    if (pools !== undefined) {
        const ofPools = (Object.keys(poolFields) as (keyof ClusterPool)[]).filter((one) => one !== "tags");
        for (const argument of ofPools.filter((one) => args[one] !== undefined)) {
            problems.add(argument, "is given beside pools; move it into the pools there");
        }
        if (pools !== UNKNOWN) {
            checkNamedPools(pools, problems);
        }
    } else if (args.instanceType === undefined && args.instanceTypes === undefined) {
        problems.add("instanceType", "is missing; give that of the one pool, or name several in pools");
    } else {
        checkPool(args, "", problems);
    }
}

function checkNamedPools(pools: Exclude<ClusterValues["pools"], symbol | undefined>, problems: Problems): void {
    if (Object.keys(pools).length === 0) {
        problems.add("pools", "is empty, but must hold at least one pool");
    }
    for (const [name, pool] of Object.entries(pools)) {
        if (!/^[a-zA-Z0-9-]{1,32}$/.test(name)) {
            const requirement = "must name it with 1 to 32 letters, digits and hyphens";
            problems.add("pools", `names a pool ${quote(name)}, but ${requirement}`);
        }
        if (pool !== undefined && pool !== UNKNOWN) {
            checkPool(pool, memberPath("pools", name), problems);
        }
    }
}

function checkProviders(args: Accepted<Unwrap<AssociationArgs>>, pools: number, problems: Problems): void {
    const { otherCapacityProviders: others = [], defaultCapacityProviderStrategies: items = [] } = args;
    if (others !== UNKNOWN && others.length + pools > maxProviders) {
        problems.add(
            "otherCapacityProviders",
            `and the pools are ${others.length + pools} capacity providers, but a cluster has at most ${maxProviders}`,
        );
    }
    const named = (items === UNKNOWN ? [] : items)
        .map((item) => (item === UNKNOWN ? UNKNOWN : item.capacityProvider))
        .filter((one) => one !== undefined && one !== UNKNOWN);
    const fargate = named.filter((one) => fargateCapacityProviders.includes(one));
    if (fargate.length > 0 && fargate.length < named.length) {
        problems.add(
            "defaultCapacityProviderStrategies",
            "mixes Fargate with instances, which ECS does not take; name only one kind",
        );
    }
}
