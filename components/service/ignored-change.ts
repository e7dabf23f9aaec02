import { isDeepStrictEqual } from "node:util";
import type { Inputs } from "../engine/before-update";
import type { TargetReference } from "../route/target-reference";
import { isShifting } from "./strategy";

/**
 * Refuses a change of load balancers that the service keeps as ECS left them: it would be dropped in silence.
 *
 * @param service The component's name.
 * @param oldInputs Of the component, as are the new ones.
 */
export function refuseIgnoredChange(service: string, oldInputs: Inputs, newInputs: Inputs): void {
    const changed = (["loadBalancers", "routes"] as const).find(
        (name) => !isDeepStrictEqual(balancersIn(name, oldInputs), balancersIn(name, newInputs)),
    );
    if (changed !== undefined) {
        throw new Error(
            `Service ${JSON.stringify(service)} changes ${changed}, which ECS owns with another strategy than ` +
                "ROLLING, as it swaps the target groups; give ignoreLoadBalancers: false for this update, with the " +
                "target groups as they stand in ECS now",
        );
    }
}

/** What ECS is told of the load balancers; of the routes not how long the tasks may load. */
function balancersIn(name: "loadBalancers" | "routes", inputs: Inputs): unknown {
    const given = inputs[name];
    if (name === "loadBalancers" || !Array.isArray(given)) {
        return given;
    }
    const strategy = (inputs["deploymentConfiguration"] as { strategy?: string } | undefined)?.strategy;
    return (given as TargetReference[]).map((target) => {
        const { targetGroupArn, containerName, containerPort, alternateTargetGroupArn } = target;
        return [targetGroupArn, containerName, containerPort, isShifting(strategy) && alternateTargetGroupArn];
    });
}
