import { ecsNamePattern, ecsNameRequirement, fargateCapacityProviders } from "../../contract";
import { securityGroupIds } from "../launch-template/check";
import { checkPool, pool, poolFields } from "../pool/check";
import { logRetention } from "../validation/log-retention";
import { quote, type Problems } from "../validation/problems";
import { isGiven } from "../engine/settled";
import { list, map, object, required, type Check } from "../validation/shape";
import type { ArgumentCheck, Arguments } from "../validation/validate";
import { anyText, integer, oneOf, text } from "../validation/values";
import { ContainerInsights, type CapacityProviderStrategyArgs, type InferentiaClusterArgs } from "./args";

/** Of a cluster (Amazon ECS Developer Guide, service quotas). */
const mostProviders = 20;

const provider = text(/^[\w-]{1,255}$/, "the name of a capacity provider");

const strategy = object<CapacityProviderStrategyArgs>("an item of a strategy", {
    capacityProvider: required(provider, "give the name of a pool or of a capacity provider"),
    base: integer(0, 100000, "tasks"),
    weight: integer(0, 1000, ""),
});

const pools: Check = (value, path, problems) => {
    map(pool, "a map from names to pools")(value, path, problems);
    const names = typeof value === "object" && value !== null ? Object.keys(value) : [];
    if (names.length === 0) {
        problems.add(path, "is empty, but must hold at least one pool");
    }
    for (const name of names.filter((one) => !/^[a-zA-Z0-9-]{1,32}$/.test(one))) {
        problems.add(path, `names a pool ${quote(name)}, but must name it with 1 to 32 letters, digits and hyphens`);
    }
};

/** What belongs to a made cluster only. */
const settings = ["clusterName", "containerInsights", "executeCommandKmsKeyId", "logRetentionInDays"] as const;

export const checkInferentiaCluster: ArgumentCheck<InferentiaClusterArgs> = {
    fields: {
        ...poolFields,
        capacities: pools,
        clusterName: text(ecsNamePattern, ecsNameRequirement),
        existingClusterName: text(ecsNamePattern, `the name of a cluster, no ARN: ${ecsNameRequirement}`),
        vpcId: text(/^vpc-[0-9a-f]+$/, "the id of a VPC: vpc- and hexadecimal digits"),
        subnetIds: list(text(/^\S+$/, "the id of a subnet"), "a list with at least one subnet id"),
        securityGroupIds,
        removedCapacities: list(anyText, "a list of names of pools", 0),
        otherCapacityProviders: list(provider, "a list of names of capacity providers", 0),
        defaultCapacityProviderStrategies: list(strategy, "a list of items of a strategy", 0),
        containerInsights: oneOf(Object.values(ContainerInsights)),
        executeCommandKmsKeyId: text(/^\S+$/, "a KMS key: its id, ARN or alias"),
        logRetentionInDays: logRetention,
    },
    together: (args, problems) => {
        checkPools(args, problems);
        checkNetwork(args, problems);
        if (isGiven(args["existingClusterName"])) {
            for (const setting of settings.filter((one) => args[one] !== undefined)) {
                problems.add(setting, "is given, but the cluster is there already; leave it out");
            }
        }
        checkProviders(args, problems);
    },
};

/** One pool beside the cluster's arguments, or several in `capacities`. */
function checkPools(args: Arguments, problems: Problems): void {
    if (args["capacities"] === undefined) {
        if (args["instanceType"] === undefined && args["instanceTypes"] === undefined) {
            problems.add(
                "instanceType",
                "is missing; give the instance type of the one pool, or several pools in capacities",
            );
        } else {
            checkPool(args, (argument) => argument, problems);
        }
        return;
    }
    const ofPools = Object.keys(poolFields).filter((one) => one !== "tags" && args[one] !== undefined);
    for (const argument of ofPools) {
        problems.add(argument, "is given beside capacities; move it into the pools there");
    }
}

function checkNetwork(args: Arguments, problems: Problems): void {
    if (args["securityGroupIds"] === undefined || args["subnetIds"] === undefined) {
        problems.together("vpcId", args["vpcId"], "subnetIds", args["subnetIds"]);
    }
}

function checkProviders(args: Arguments, problems: Problems): void {
    const others = Array.isArray(args["otherCapacityProviders"]) ? args["otherCapacityProviders"] : [];
    const own = typeof args["capacities"] === "object" ? Object.keys(args["capacities"] as object).length : 1;
    if (others.length + own > mostProviders) {
        problems.add(
            "otherCapacityProviders",
            `and the pools are ${others.length + own} capacity providers, but a cluster has at most ${mostProviders}`,
        );
    }
    const items = args["defaultCapacityProviderStrategies"];
    const named = Array.isArray(items)
        ? items.map((item) => (item as Arguments | undefined)?.["capacityProvider"]).filter(isGiven)
        : [];
    const fargate = named.filter((one) => fargateCapacityProviders.includes(one as string));
    if (fargate.length > 0 && fargate.length < named.length) {
        problems.add(
            "defaultCapacityProviderStrategies",
            "mixes Fargate with instances, which ECS does not take; name only one kind",
        );
    }
}
