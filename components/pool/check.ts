import type { Unwrap } from "@pulumi/pulumi";
import {
    inferentiaInstanceTypes,
    isInferentiaInstanceType,
    neuronInstances,
    runtimeFacts,
    type InferentiaInstanceType,
} from "../../contract";
import { UNKNOWN } from "../../ecs/known";
import { checkLaunch } from "../launch-template/args";
import type { Accepted } from "../validation/accepted";
import { quote, type Problems } from "../validation/problems";
import { memberPath } from "../validation/shape";
import type { ArgumentCheck } from "../validation/validate";
import {
    defaultMaxSize,
    defaultMinSize,
    poolArgsFields,
    type ClusterPool,
    type InstanceNetwork,
    type PoolArgs,
} from "./args";
import { checkWarmPool } from "./warm-pool";

type PoolValues = Accepted<Unwrap<ClusterPool>>;

export const poolCheck: ArgumentCheck<PoolArgs> = {
    fields: poolArgsFields,
    together(args, problems) {
        checkPool(args, "", problems);
        checkInstanceNetwork(args, problems);
    },
};

/**
 * Checks whether the arguments of a pool fit one another.
 *
 * @param path Where they are; an empty string for those of the component itself.
 */
export function checkPool(args: PoolValues, path: string, problems: Problems): void {
    const exclusive = (one: keyof ClusterPool, ...others: readonly (keyof ClusterPool)[]) => {
        for (const other of others) {
            problems.exclusive(memberPath(path, one), args[one], memberPath(path, other), args[other]);
        }
    };
    exclusive("instanceTypes", "instanceType");
    if (args.instanceType === undefined && args.instanceTypes === undefined) {
        const types = inferentiaInstanceTypes.join(", ");
        problems.add(memberPath(path, "instanceType"), `is missing; give one of ${types}`);
    }
    exclusive("spot", "onDemandBaseCapacity", "onDemandPercentageAboveBaseCapacity");
    exclusive("instanceProfileArn", "instanceRoleArn");
    exclusive("instanceRoleArn", "instanceRolePolicyArns", "permissionsBoundary");
    exclusive("instanceProfileArn", "instanceRolePolicyArns", "permissionsBoundary");
    checkLaunch(args, path, problems);
    checkSizes(args, path, problems);
    checkScaling(args, path, problems);
    checkTypes(args, path, problems);
    checkWarmPool(args, path, problems);
}

function checkSizes(
    { minSize = defaultMinSize, maxSize = defaultMaxSize }: PoolValues,
    path: string,
    problems: Problems,
): void {
    if (minSize !== UNKNOWN && maxSize !== UNKNOWN && minSize > maxSize) {
        problems.add(
            memberPath(path, "maxSize"),
            `is ${quote(maxSize)}, but must be at least minSize, which is ${quote(minSize)}; raise maxSize or lower ` +
                "minSize",
        );
    }
}

function checkScaling(args: PoolValues, path: string, problems: Problems): void {
    const { minimumScalingStepSize: min, maximumScalingStepSize: max } = args;
    if (min !== undefined && min !== UNKNOWN && max !== undefined && max !== UNKNOWN && min > max) {
        problems.add(
            memberPath(path, "minimumScalingStepSize"),
            `is ${quote(min)}, but must be at most maximumScalingStepSize, which is ${quote(max)}; lower the one ` +
                "or raise the other",
        );
    }
    const { spot = false, onDemandPercentageAboveBaseCapacity: percentage = 100 } = args;
    if (args.capacityRebalance === true && spot === false && percentage === 100) {
        problems.add(
            memberPath(path, "capacityRebalance"),
            "is true, but the pool has no spot instances; leave it out, or give spot or " +
                "onDemandPercentageAboveBaseCapacity",
        );
    }
}

/** All types have as many chips of one kind, so that tasks fit on each, and the runtime drives them. */
function checkTypes(args: PoolValues, path: string, problems: Problems): void {
    const { instanceType, instanceTypes, runtime } = args;
    const place = memberPath(path, instanceTypes === undefined ? "instanceType" : "instanceTypes");
    const given = instanceTypes === UNKNOWN ? [] : (instanceTypes ?? [instanceType]);
    const types = given.filter(isInferentiaInstanceType);
    const [first] = types;
    if (new Set(types).size < types.length) {
        problems.add(place, "names an instance type twice; leave one out");
    }
    const other = types.find((type) => first !== undefined && chipsOf(type) !== chipsOf(first));
    if (first !== undefined && other !== undefined) {
        problems.add(
            place,
            `holds ${first} with ${chipsOf(first)} and ${other} with ${chipsOf(other)}, but all must have as many ` +
                "chips of one kind, so that a task fits on each; make two pools",
        );
    }
    if (runtime !== undefined && runtime !== UNKNOWN) {
        const driven = runtimeFacts[runtime].instanceTypes;
        const without = types.find((type) => !driven.includes(type));
        if (without !== undefined) {
            problems.add(
                place,
                `is ${without}, which needs the runtime libnrt: ${runtime} drives Inf1 only; leave runtime out, or ` +
                    `give one of ${driven.join(", ")}`,
            );
        }
    }
}

function chipsOf(type: InferentiaInstanceType): string {
    const { chip, chips } = neuronInstances[type];
    return `${chips} ${chip} ${chips === 1 ? "chip" : "chips"}`;
}

/** The VPC of the security group, and the subnets: both are given, or both are the account's default ones. */
export function checkInstanceNetwork(
    { securityGroupIds, vpcId, subnetIds }: Accepted<Unwrap<InstanceNetwork>>,
    problems: Problems,
): void {
    if (securityGroupIds === undefined || subnetIds === undefined) {
        problems.together("vpcId", vpcId, "subnetIds", subnetIds);
    }
}
