import type { InferentiaInstanceType } from "./instance-types";

/**
 * Task placement on Inferentia.
 *
 * Source: Amazon ECS Developer Guide, "Amazon ECS task placement": constraints and the cluster query language.
 */

/** The attribute of a container instance that holds its EC2 type, in lower case. */
export const instanceTypeAttribute = "attribute:ecs.instance-type";

export interface PlacementConstraint {
    readonly type: "memberOf" | "distinctInstance";
    readonly expression?: string;
}

/** The `memberOf` constraint that places tasks on one instance type, or on any of several. */
export function placedOn(
    ...instanceTypes: readonly InferentiaInstanceType[]
): PlacementConstraint & { readonly expression: string } {
    const types = instanceTypes.length === 1 ? `== ${instanceTypes[0]}` : `in [${instanceTypes.join(", ")}]`;
    return { type: "memberOf", expression: `${instanceTypeAttribute} ${types}` };
}

/** The constraint that puts each task of a service on an instance of its own. */
export const onePerInstance: PlacementConstraint = { type: "distinctInstance" };
