import { isNeuronDevice, neuronEnvironment } from "../../contract";
import { any, anyOf, holds, known, UNKNOWN, type Known } from "../known";
import type { Path } from "../path";
import { isWatcher } from "./bystanders";
import { unknownArguments } from "./command-line";
import { workOf } from "./command-evidence";
import { containersOf } from "./containers";
import { requiresNeuron } from "./inference-task";
import { isNeuronxImage, isSdkImage } from "./signs";
import type { Container, TaskDefinition } from "./task-definition";

/**
 * How a container may reach Neuron devices, each with the property that says so: it maps one, ECS assigns them, Docker
 * gives a privileged container every device, and the Neuron hook of older AMIs gives what the variable names.
 */
function waysToDevices(container: Container): readonly [Known<boolean>, Path][] {
    const { path, devices, privileged, environment, secrets, hasEnvironmentFiles } = container;
    const isHook = (name: string) => name === neuronEnvironment.visibleDevices;
    return [
        [anyOf(devices, ({ hostPath }) => holds(hostPath, isNeuronDevice)), [...path, "linuxParameters", "devices"]],
        [requiresNeuron(container), [...path, "resourceRequirements"]],
        [privileged, [...path, "privileged"]],
        [anyOf(environment, ({ name }) => holds(name, isHook)), [...path, "environment"]],
        [anyOf(secrets, (name) => holds(name, isHook)) === false ? false : UNKNOWN, [...path, "secrets"]],
        [hasEnvironmentFiles === false ? false : UNKNOWN, [...path, "environmentFiles"]],
    ];
}

/** Whether a container reaches Neuron devices. @throws Undecided */
export function reachesDevices(container: Container): boolean {
    const ways = waysToDevices(container);
    return any(ways.map(([answer]) => answer)) === true || ways.some(([answer, at]) => known(answer, at));
}

/**
 * The first container whose image, one of the Neuron SDK's, needs the runtime library's devices, in a task of which no
 * container reaches any. What compiles needs none. @throws Undecided
 */
export function containerWithoutDevices(task: TaskDefinition): Container | undefined {
    const needing = containersOf(task).find(
        (container) =>
            isWatcher(container) !== true &&
            holds(container.image, (image) => isSdkImage(image) && isNeuronxImage(image)) === true,
    );
    return needing !== undefined &&
        !containersOf(task).some(reachesDevices) &&
        known(workOf(needing), unknownArguments(needing)) !== "compiles"
        ? needing
        : undefined;
}

/** Whether a privileged container may run the model. @throws Undecided */
export function isPrivileged(task: TaskDefinition): boolean {
    return containersOf(task).some(
        (container) => isWatcher(container) !== true && known(container.privileged, container.path, "privileged"),
    );
}
