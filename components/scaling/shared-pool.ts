import { UNKNOWN } from "../../ecs/known";
import { heldBy, leftTo, shortOthers } from "../service/scaled-sharing";
import { poolServices, type PoolScaling } from "../service/pool-services";
import { members } from "../service/service-on-pool";
import type { Problems } from "../validation/problems";
import { boundsOf, type ScalingValues } from "./bounds";

/**
 * Registers the scaling at its service, and adds what it and the other services of the pool, as far as they are known,
 * leave each other too few instances for.
 *
 * @param name The component's name.
 */
export function checkSharedPool(args: ScalingValues, name: string, problems: Problems): void {
    const service = members(args.service);
    const [pool, component] = [service("poolName"), service("componentName")];
    if (typeof pool !== "string" || typeof component !== "string") {
        return;
    }
    const services = poolServices().scale(pool, component, certainBounds(args, name));
    const own = services.find((one) => one.name === component && one.scaling?.name === name);
    if (own === undefined) {
        return;
    }
    const others = services.filter((one) => one !== own);
    for (const reason of shortOthers(own, others)) {
        problems.add("min", `is too high: ${reason}`);
    }
    const left = leftTo(own, others);
    const isTold = (path: string) => problems.found.some(({ propertyPath }) => propertyPath === path);
    for (const { path, max } of left === undefined ? [] : boundsOf(args)) {
        if (left !== undefined && typeof max === "number" && max > left.tasks && !isTold(`${path}max`)) {
            problems.add(
                `${path}max`,
                `is ${max}, but must be at most ${left.tasks}, as ${heldBy(left)}, each of which takes one task, and ` +
                    `a deployment may need more; ${left.tasks === 0 ? "raise" : `give ${left.tasks}, or raise`} ` +
                    "maxSize, or give the service a pool of its own",
            );
        }
    }
}

/** The fewest tasks of all times, and the most; what is not known counts as none. */
function certainBounds(args: ScalingValues, name: string): PoolScaling {
    const bounds = boundsOf(args);
    const known = (values: readonly unknown[]) => values.filter((value) => typeof value === "number");
    const mins = bounds.map(({ min }) => min);
    const isKnown = typeof args.min === "number" && args.schedule !== UNKNOWN && !mins.includes(UNKNOWN);
    return {
        name,
        min: isKnown ? Math.min(...known(mins)) : 0,
        max: Math.max(0, ...known(bounds.map(({ max }) => max))),
    };
}
