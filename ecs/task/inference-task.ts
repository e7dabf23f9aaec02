import { isNeuronDevice } from "../../contract";
import { namesNeuronInstances } from "../cluster-query/neuron-placement";
import { memo } from "../memo";
import { any, anyOf, holds, UNKNOWN, type Known } from "../known";
import type { Path } from "../path";
import { labelOf } from "./role-label";
import { isSidecar, unknownIdentity } from "./sidecar";
import { isMonitorImage, isNeuronRequirement, isNeuronVariable, isSdkImage } from "./signs";
import type { Container, TaskDefinition } from "./task-definition";

/**
 * Whether a task definition runs models on Inferentia or Trainium; unknown while something that could say so is. What
 * only watches such instances does not.
 */
export const isInferenceTask = memo((task: TaskDefinition): Known<boolean> => {
    const { containers, placementConstraints } = task;
    const ofContainers = anyOf(containers, (container) => any([isSidecar(container), hasNeuronSign(container)]));
    // Stryker disable next-line ConditionalExpression,BlockStatement: it saves time, and what follows gives the same
    if (ofContainers === true) {
        return true;
    }
    const watches = anyOf(containers, ({ image }) => holds(image, isMonitorImage)) === true;
    return watches
        ? ofContainers
        : any([anyOf(placementConstraints, ({ expression }) => holds(expression, namesNeuronInstances)), ofContainers]);
});

/** Whether a container has something of Neuron about it: its label, its image, a variable, a device, a requirement. */
const hasNeuronSign = memo((container: Container): Known<boolean> =>
    labelOf(container) !== undefined
        ? true
        : any([holds(container.image, isSdkImage), ...signsOf(container).map(([answer]) => answer)]),
);

/** Whether a container requires a resource of Neuron. */
export function requiresNeuron({ resourceRequirements }: Container): Known<boolean> {
    return anyOf(resourceRequirements, ({ type }) => holds(type, isNeuronRequirement));
}

/** What says Neuron besides names and images, each with the property in which it stands. */
function signsOf(container: Container): readonly [Known<boolean>, Path][] {
    const { environment, secrets, devices } = container;
    return [
        [anyOf(environment, ({ name }) => holds(name, isNeuronVariable)), environmentPath],
        [anyOf(secrets, (name) => holds(name, isNeuronVariable)), secretsPath],
        [anyOf(devices, ({ hostPath }) => holds(hostPath, isNeuronDevice)), devicesPath],
        [requiresNeuron(container), requirementsPath],
    ];
}

const environmentPath = ["environment"];
const secretsPath = ["secrets"];
const devicesPath = ["linuxParameters", "devices"];
const requirementsPath = ["resourceRequirements"];

/** The paths of what is not known, and could say that a task definition is for inference. */
export function unknownSigns(task: TaskDefinition): readonly Path[] {
    if (task.containers === UNKNOWN) {
        return [["containerDefinitions"]];
    }
    const constraints = task.placementConstraints;
    const isPlacementOpen = constraints === UNKNOWN || constraints.some(({ expression }) => expression === UNKNOWN);
    return [...task.containers.flatMap(unknownSignsOf), ...(isPlacementOpen ? [["placementConstraints"]] : [])];
}

function unknownSignsOf(container: Container): readonly Path[] {
    const open = signsOf(container).flatMap(([answer, at]): Path[] =>
        answer === UNKNOWN ? [[...container.path, ...at]] : [],
    );
    return isSidecar(container) === UNKNOWN ? [unknownIdentity(container), ...open] : open;
}
