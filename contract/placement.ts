import type { Inf1InstanceType } from "./instance-types";

/**
 * Task placement on Inf1.
 *
 * Source: Amazon ECS Developer Guide, "Amazon ECS task placement": constraints and the cluster query language.
 */

/** The attribute of a container instance that holds its EC2 type, in lower case. */
export const instanceTypeAttribute = "attribute:ecs.instance-type";

export interface PlacementConstraint {
    readonly type: "memberOf" | "distinctInstance";
    readonly expression?: string;
}

/** The `memberOf` constraint that places tasks on one instance type. */
export function placedOn(instanceType: Inf1InstanceType): PlacementConstraint & { readonly expression: string } {
    return { type: "memberOf", expression: `${instanceTypeAttribute} == ${instanceType}` };
}

/** The constraint that puts each task of a service on an instance of its own. */
export const onePerInstance: PlacementConstraint = { type: "distinctInstance" };
