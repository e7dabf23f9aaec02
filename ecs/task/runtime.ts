import { isNeuronDevice, neuronEnvironment, Runtime } from "../../contract";
import { memo } from "../memo";
import { holds, UNKNOWN, Undecided, whenKnown, type Known } from "../known";
import type { Path, Property, VariableProperty } from "../path";
import { isWatcher } from "./bystanders";
import { workOf } from "./command-evidence";
import { containersOf } from "./containers";
import { isInferenceTask, requiresNeuron, unknownSigns } from "./inference-task";
import { behavesAsDaemon, isSidecar } from "./sidecar";
import { isLibnrtVariable, isNeuronRequirement, isNeuronxImage } from "./signs";
import type { Container, TaskDefinition } from "./task-definition";

/**
 * What a task means: the contract of one runtime, of several at once, or none, where only its placement or an image
 * says Neuron.
 */
export type TaskRuntime = Runtime | "mixed" | "unclear";

/** What says which runtime a container is set up for. */
export interface Evidence {
    readonly property: Property;
    readonly runtime: Runtime;
    readonly container: Container;
    /** After the container's name: `has NEURON_RTD_ADDRESS`. */
    readonly words: string;
    /** Whether it sets the runtime up; else it only tells, where nothing else does. */
    readonly isSetup: boolean;
}

/** Which runtime a task means. @throws Undecided while nothing known says so, and something not known may */
export const runtimeOf = memo((task: TaskDefinition): TaskRuntime => {
    const { evidence, unknownRequirement } = evidenceOf(task);
    const setUp = runtimesOf(evidence.filter(({ isSetup }) => isSetup));
    if (isMixed(setUp)) {
        return "mixed";
    }
    const [first] = setUp.size > 0 ? setUp : runtimesOf(evidence);
    if (first === Runtime.Libnrt && unknownRequirement !== undefined) {
        throw new Undecided({ path: unknownRequirement });
    }
    if (first !== undefined) {
        // The library is in the container also where ECS assigns the devices.
        return setUp.has(Runtime.Managed) ? Runtime.Managed : first;
    }
    const [property] = undecidedEvidenceOf(task);
    if (property !== undefined) {
        throw new Undecided(property);
    }
    return "unclear";
});

/** Whether a task means a runtime, as far as that is known. */
export function meansRuntime(task: TaskDefinition, runtime: TaskRuntime): Known<boolean> {
    return whenKnown(() => runtimeOf(task) === runtime);
}

/** Whether runtimes contradict each other: the daemon, and another one. */
export function isMixed(runtimes: ReadonlySet<Runtime>): boolean {
    return runtimes.has(Runtime.NeuronRtd) && runtimes.size > 1;
}

function runtimesOf(evidence: readonly Evidence[]): ReadonlySet<Runtime> {
    return new Set(evidence.map(({ runtime }) => runtime));
}

interface AllEvidence {
    readonly evidence: readonly Evidence[];
    /** The path of what may make ECS assign the devices, which is not known. */
    readonly unknownRequirement: Path | undefined;
}

/** Everything that says which runtime a task means. */
export const evidenceOf = memo((task: TaskDefinition): AllEvidence => {
    const containers = containersOf(task);
    const named = containers.filter((container) => isSidecar(container) === true);
    const daemons = named.length > 0 ? named : containers.filter((one) => behavesAsDaemon(one) === true);
    const evidence = containers.flatMap((container) =>
        daemons.includes(container)
            ? [setUp(Runtime.NeuronRtd, container, { path: container.path }, "is a neuron-rtd sidecar")]
            : isWatcher(container) === true
              ? []
              : ofContainer(container),
    );
    const requiring = containers.find((container) => requiresNeuron(container) === UNKNOWN);
    return {
        evidence,
        unknownRequirement: requiring && [...requiring.path, "resourceRequirements"],
    };
});

/** What is not known, and could be evidence; to be asked only where nothing known says which runtime a task means. */
export function undecidedEvidenceOf(task: TaskDefinition): readonly Property[] {
    return isInferenceTask(task) === false ? [] : unknownSigns(task);
}

/** What a container that is not the daemon's is set up by. Devices that the daemon maps are the daemon's own. */
function ofContainer(container: Container): readonly Evidence[] {
    const { path, devices, resourceRequirements, image } = container;
    const { rtdAddress, visibleCores, numCores } = neuronEnvironment;
    const mapped =
        devices === UNKNOWN ? undefined : devices.find(({ hostPath }) => holds(hostPath, isNeuronDevice) === true);
    const required =
        resourceRequirements === UNKNOWN
            ? undefined
            : resourceRequirements.find(({ type }) => holds(type, isNeuronRequirement) === true);
    const address = variableNamed(container, (name) => name === rtdAddress);
    const cores =
        variableNamed(container, (name) => name === visibleCores) ??
        variableNamed(container, (name) => name === numCores);
    const found: (Evidence | false)[] = [
        address !== undefined && setUp(Runtime.NeuronRtd, container, address, `has ${rtdAddress}`),
        mapped !== undefined &&
            setUp(
                Runtime.Libnrt,
                container,
                { path: [...path, "linuxParameters", "devices"] },
                `maps "${String(mapped.hostPath)}"`,
            ),
        cores !== undefined && setUp(Runtime.Libnrt, container, cores, `has ${cores.variable}`),
        holds(image, isNeuronxImage) === true &&
            workOf(container) !== "compiles" && {
                ...setUp(
                    Runtime.Libnrt,
                    container,
                    { path: [...path, "image"] },
                    "has an image for the runtime library",
                ),
                // It may be there for its tools only.
                isSetup: workOf(container) !== UNKNOWN,
            },
        required !== undefined &&
            setUp(
                Runtime.Managed,
                container,
                { path: [...path, "resourceRequirements"] },
                `requires ${String(required.type)}`,
            ),
        variableNamed(container, isLibnrtVariable) !== undefined && {
            ...setUp(
                Runtime.Libnrt,
                container,
                { path: [...path, "environment"] },
                "has variables of the runtime library",
            ),
            isSetup: false,
        },
    ];
    return found.filter((one) => one !== false);
}

/** The first variable of a container whose name passes a test, in its environment, or from a secret. */
function variableNamed(
    { path, environment, secrets }: Container,
    test: (name: string) => boolean,
): VariableProperty | undefined {
    const names = environment === UNKNOWN ? [] : environment.map(({ name }) => name);
    const index = names.findIndex((name) => holds(name, test) === true);
    if (index !== -1) {
        return { path: [...path, "environment", index, "value"], variable: String(names[index]) };
    }
    const fromSecrets = secrets === UNKNOWN ? [] : secrets;
    const at = fromSecrets.findIndex((name) => holds(name, test) === true);
    return at === -1 ? undefined : { path: [...path, "secrets", at, "name"], variable: String(fromSecrets[at]) };
}

function setUp(runtime: Runtime, container: Container, property: Property, words: string): Evidence {
    return { runtime, container, property, words, isSetup: true };
}
