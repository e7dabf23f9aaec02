import { isNeuronDevice } from "../../contract";
import { askForNeuron } from "../cluster-query/neuron-placement";
import { memo } from "../memo";
import { all, any, anyOf, distinct, holds, not, UNKNOWN, type Known } from "../known";
import type { Path, Property } from "../path";
import { isWatcher } from "./bystanders";
import { workOf, type Work } from "./command-evidence";
import { unknownArguments } from "./command-line";
import { labelOf, roleLabel } from "./role-label";
import { looksIntoInstance, unknownDirectories } from "./instance-directories";
import { mayBeAgent, perhapsAgent } from "./perhaps-agent";
import { isSidecar, unknownIdentity } from "./sidecar";
import { isNeuronRequirement, isNeuronVariable, isSdkImage } from "./signs";
import type { Constraint, Container, TaskDefinition } from "./task-definition";

/**
 * Whether a task definition runs models on Inferentia or Trainium; unknown while something that could say so is. What
 * only watches such instances does not, wherever it is placed.
 */
export const isInferenceTask = memo((task: TaskDefinition): Known<boolean> => {
    const ofContainers = anyOf(task.containers, (container) => {
        const isDaemon = isSidecar(container);
        return isDaemon === true ? true : any([isDaemon, hasNeuronSign(container)]);
    });
    return ofContainers === true ? true : any([isPlacedForChips(task, task.placementConstraints), ofContainers]);
});

/**
 * Whether constraints, of the task or of its service, hold a task to Neuron instances for their chips. What needs none
 * may be placed there too, and so may what stands beside it, of which nothing is known, and what may be an agent.
 */
export function isPlacedForChips(
    { containers, volumes }: TaskDefinition,
    constraints: Known<readonly Constraint[]>,
): Known<boolean> {
    const isPlaced = areForNeuron(constraints);
    if (containers === UNKNOWN || containers.length === 0) {
        return isPlaced;
    }
    const looksIn = looksIntoInstance(volumes);
    const isBystander = (container: Container) =>
        any([looksIn(container), needsNoChip(container), mayBeAgent(container) && UNKNOWN]);
    const others = containers.filter((container) => isBystander(container) !== true);
    const isUndecided =
        others.every((container) => isBystander(container) === UNKNOWN) ||
        (others.length < containers.length && others.every(({ image }) => image === UNKNOWN));
    return others.length === 0 ? false : isPlaced === true && isUndecided ? UNKNOWN : isPlaced;
}

/** Whether placement constraints ask for Inferentia or Trainium instances. */
export function areForNeuron(constraints: Known<readonly Constraint[]>): Known<boolean> {
    if (constraints === UNKNOWN) {
        return UNKNOWN;
    }
    const expressions = constraints.map(({ expression }) => expression);
    return askForNeuron(expressions.filter((one) => typeof one === "string"))
        ? true
        : expressions.includes(UNKNOWN)
          ? UNKNOWN
          : false;
}

function needsNoChip(container: Container): Known<boolean> {
    return any([isLabelUnknown(container) ? UNKNOWN : isWatcher(container), does(container, "compiles")]);
}

function isLabelUnknown({ dockerLabels }: Container): boolean {
    return dockerLabels === UNKNOWN || dockerLabels.get(roleLabel) === UNKNOWN;
}

function does(container: Container, work: Work): Known<boolean> {
    return holds(workOf(container), (one) => one === work);
}

/** Whether a container has something of Neuron about it: its label, its image, its command, a variable, a device. */
const hasNeuronSign = memo((container: Container): Known<boolean> => {
    if (isWatcher(container) === true) {
        return false;
    }
    return labelOf(container) !== undefined || workOf(container) === "serves"
        ? true
        : any([
              all([not(does(container, "compiles")), holds(container.image, isSdkImage)]),
              ...signsOf(container).map(([answer]) => answer),
          ]);
});

/** Whether a container requires a resource of Neuron. */
export function requiresNeuron({ resourceRequirements }: Container): Known<boolean> {
    return anyOf(resourceRequirements, ({ type }) => holds(type, isNeuronRequirement));
}

/** What says Neuron besides names and images, each with its property. What compiles takes no core. */
function signsOf(container: Container): readonly [Known<boolean>, Path][] {
    const { environment, secrets, devices } = container;
    const ofChips: [Known<boolean>, Path][] = [
        [anyOf(devices, ({ hostPath }) => holds(hostPath, isNeuronDevice)), devicesPath],
        [requiresNeuron(container), requirementsPath],
    ];
    return workOf(container) === "compiles"
        ? ofChips
        : [
              [anyOf(environment, ({ name }) => holds(name, isNeuronVariable)), environmentPath],
              [anyOf(secrets, (name) => holds(name, isNeuronVariable)), secretsPath],
              ...ofChips,
          ];
}

const environmentPath = ["environment"];
const secretsPath = ["secrets"];
const devicesPath = ["linuxParameters", "devices"];
const requirementsPath = ["resourceRequirements"];

/** What is not known, and could say that a task definition is for inference. */
export function unknownSigns(task: TaskDefinition): readonly Property[] {
    if (task.containers === UNKNOWN) {
        return [{ path: ["containerDefinitions"] }];
    }
    const isPlaced = areForNeuron(task.placementConstraints);
    const isPlacementUnknown = isPlaced === UNKNOWN && isPlacedForChips(task, task.placementConstraints) === UNKNOWN;
    const perhapsBystanders = isPlaced === true && isInferenceTask(task) === UNKNOWN;
    const paths = [
        ...task.containers.flatMap((container) => [
            ...(isPlaced === true && isLabelUnknown(container) ? [[...container.path, "dockerLabels"]] : []),
            ...unknownSignsOf(container),
            ...(perhapsBystanders ? unknownParts(container, task) : []),
        ]),
        ...(isPlacementUnknown ? [["placementConstraints"]] : []),
    ];
    const isAgent = (container: Container) => needsNoChip(container) !== true && mayBeAgent(container);
    const agents = perhapsBystanders && paths.length === 0 ? task.containers.filter(isAgent) : [];
    return distinct([...paths.map((path) => ({ path })), ...agents.flatMap(perhapsAgent)]);
}

/** What is not known of a container, and could say that it stands beside what it is placed among. */
function unknownParts(container: Container, { volumes }: TaskDefinition): readonly Path[] {
    const looksIn = looksIntoInstance(volumes)(container);
    return [
        ...(workOf(container) === UNKNOWN ? [unknownArguments(container)] : []),
        ...(looksIn === UNKNOWN ? [unknownDirectories(container)] : []),
    ];
}

function unknownSignsOf(container: Container): readonly Path[] {
    if (isWatcher(container) === true) {
        return [];
    }
    const unknown = signsOf(container).flatMap(([answer, at]): Path[] =>
        answer === UNKNOWN ? [[...container.path, ...at]] : [],
    );
    return isSidecar(container) === UNKNOWN ? [unknownIdentity(container).path, ...unknown] : unknown;
}
