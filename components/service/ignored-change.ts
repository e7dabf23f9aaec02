import { isDeepStrictEqual } from "node:util";
import type { Inputs } from "../engine/before-update";

/**
 * Refuses a change of load balancers that the service keeps as ECS left them: it would be dropped in silence.
 *
 * @param service The component's name.
 * @param oldInputs Of the component, as are the new ones.
 */
export function refuseIgnoredChange(service: string, oldInputs: Inputs, newInputs: Inputs): void {
    if (!isDeepStrictEqual(oldInputs["loadBalancers"], newInputs["loadBalancers"])) {
        throw new Error(
            `Service ${JSON.stringify(service)} changes loadBalancers, which ECS owns with another strategy than ` +
                "ROLLING, as it swaps the target groups; give ignoreLoadBalancers: false for this update, with the " +
                "target groups as they stand in ECS now",
        );
    }
}
