import { anyOf, holds, Undecided, UNKNOWN } from "../known";
import type { Path } from "../path";
import { containersOf } from "./containers";
import { neuronDeviceRequirement } from "./signs";
import type { TaskDefinition } from "./task-definition";

/**
 * Whether a container asks ECS for the Neuron devices, so that ECS places the task where they are.
 *
 * Source: Amazon ECS API Reference, ResourceRequirement. @throws Undecided
 */
export function asksForNeuronDevices(task: TaskDefinition): boolean {
    let undecided: Path | undefined;
    for (const { path, resourceRequirements } of containersOf(task)) {
        const asks = anyOf(resourceRequirements, ({ type }) => holds(type, (one) => one === neuronDeviceRequirement));
        if (asks === true) {
            return true;
        }
        undecided ??= asks === UNKNOWN ? [...path, "resourceRequirements"] : undefined;
    }
    if (undecided !== undefined) {
        throw new Undecided({ path: undecided });
    }
    return false;
}
