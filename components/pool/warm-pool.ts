import { LifecycleHook, type Group } from "@pulumi/aws/autoscaling";
import { RolePolicy, type Role } from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { warmPoolStatements } from "../iam/container-instance";
import { policyDocument } from "../iam/policy";
import { readyHookName } from "../launch-template/warm-start";
import type { Accepted } from "../validation/accepted";
import type { Problems } from "../validation/problems";
import { memberPath, object, type Check, type Fields } from "../validation/shape";
import { boolean, integer, oneOf } from "../validation/values";

/** What instances of a warm pool are while they wait. */
export const WarmPoolState = {
    /** Stopped: their volumes are billed. */
    Stopped: "Stopped",
    /** Running, and billed as all others. */
    Running: "Running",
} as const;
/** What instances of a warm pool are while they wait: `Stopped` or `Running`. */
export type WarmPoolState = (typeof WarmPoolState)[keyof typeof WarmPoolState];

/** What becomes of an instance of the group that is no longer needed. */
export interface InstanceReusePolicy {
    /** Whether it returns to the warm pool; ECS supports only `false`. Default: false. */
    reuseOnScaleIn?: pulumi.Input<boolean> | undefined;
}

/** Instances that wait beside a group, started and with their images, until it needs them. */
export interface WarmPool {
    /** The fewest instances that wait. Default: 0. */
    minSize?: pulumi.Input<number> | undefined;
    /**
     * The most instances that wait or run, together. Default: `maxSize` of the pool, so that as many wait as do not
     * run.
     */
    maxGroupPreparedCapacity?: pulumi.Input<number> | undefined;
    /** `Stopped` or `Running`. Default: `Stopped`. */
    poolState?: pulumi.Input<WarmPoolState> | undefined;
    /** What becomes of an instance that is no longer needed: it is terminated. */
    instanceReusePolicy?: pulumi.Input<InstanceReusePolicy> | undefined;
}

const poolState: Check = (value, path, problems) => {
    if (value === "Hibernated") {
        problems.add(
            path,
            `is "Hibernated", but the instances are not launched for hibernation; give ${WarmPoolState.Stopped} or ` +
                WarmPoolState.Running,
        );
    } else {
        oneOf(Object.values(WarmPoolState))(value, path, problems);
    }
};

const reuseOnScaleIn: Check = (value, path, problems) => {
    boolean(value, path, problems);
    if (value === true) {
        problems.add(path, "is true, but ECS supports no instances that return to the warm pool; leave it out");
    }
};

const fields: Fields<WarmPool> = {
    minSize: integer(0, Infinity, "instances"),
    // The AWS provider drops a 0, which then means as many as the pool has.
    maxGroupPreparedCapacity: integer(1, Infinity, "instances"),
    poolState,
    instanceReusePolicy: object<InstanceReusePolicy>("an instance reuse policy", { reuseOnScaleIn }),
};

/**
 * Checks the argument `warmPool`.
 *
 * Sources: Amazon ECS Developer Guide, pre-initialized instances; Amazon EC2 Auto Scaling User Guide, warm pools.
 */
export const warmPool = object<WarmPool>("a warm pool", fields);

interface Purchase {
    readonly warmPool?: unknown;
    readonly spot?: boolean | undefined;
    readonly onDemandPercentageAboveBaseCapacity?: number | undefined;
}

/** Checks that a pool with a warm pool has no spot instances, which EC2 Auto Scaling refuses. */
export function checkWarmPool(args: Accepted<Purchase>, path: string, problems: Problems): void {
    const { spot, onDemandPercentageAboveBaseCapacity: percentage } = args;
    const name = spot === true ? "spot" : "onDemandPercentageAboveBaseCapacity";
    if (args.warmPool !== undefined && (spot === true || (typeof percentage === "number" && percentage < 100))) {
        problems.add(
            memberPath(path, "warmPool"),
            `is given, but the pool has spot instances (${name}), which cannot wait in one; leave one of the two out`,
        );
    }
}

/**
 * Creates the lifecycle hook that keeps an instance from its warm pool until its user data has ended, and lets the
 * instances complete it where the role is the pool's own. With neither, they go on after an hour.
 */
export function createReadyHook(
    name: string,
    group: Group,
    role: Role | undefined,
    opts: pulumi.CustomResourceOptions,
): void {
    const policy = group.arn.apply((arn) => policyDocument(warmPoolStatements(arn)));
    const grants = role === undefined ? [] : [new RolePolicy(`${name}-warm-pool`, { role: role.id, policy }, opts)];
    new LifecycleHook(
        `${name}-user-data`,
        {
            name: readyHookName,
            autoscalingGroupName: pulumi
                .all([group.name, ...grants.map(({ id }) => id)])
                .apply(([one]) => one as string),
            lifecycleTransition: "autoscaling:EC2_INSTANCE_LAUNCHING",
            defaultResult: "CONTINUE",
        },
        opts,
    );
}
