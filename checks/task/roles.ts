import { isNeuronDevice, isNeuronImage, isNeuronVariable } from "./signs";
import { isNeuronRtdImage, neuronEnvironment, neuronRtdName, runsNeuronRtd } from "../../contract";
import { namesInf1 } from "../cluster-query/inf1-placement";

import { any, anyOf, holds, known, UNKNOWN, Undecided, type Known } from "../known";
import type { Container, TaskDefinition } from "./task-definition";

/** The parts that the containers of an inference task play. */
export interface NeuronTask {
    readonly sidecars: readonly Container[];
    readonly models: readonly Container[];
    /**
     * The paths of values that are not known, and that could make a sidecar of a container. It counts as none: beside a
     * sidecar that is known, a second one would be refused anyway.
     */
    readonly perhapsSidecars: readonly string[];
    /** The paths of containers that may serve a model, which depends on what is not known. */
    readonly perhapsModels: readonly string[];
}

/** Whether a task definition is for inference on Inferentia; unknown while something that could say so is. */
export function isInferenceTask(task: TaskDefinition): Known<boolean> {
    const containers = task.containers === UNKNOWN ? [] : task.containers;
    return any([
        task.containers === UNKNOWN ? UNKNOWN : false,
        task.placementConstraints === UNKNOWN
            ? UNKNOWN
            : any(task.placementConstraints.map(({ expression }) => holds(expression, namesInf1))),
        ...containers.map((container) => any([isSidecar(container), hasNeuronSign(container)])),
    ]);
}

/** What is not known, and could say that a task definition is for inference. */
export function unknownSigns(task: TaskDefinition): readonly string[] {
    if (task.containers === UNKNOWN) {
        return ["containerDefinitions"];
    }
    const constraints = task.placementConstraints;
    const placement =
        constraints === UNKNOWN || constraints.some(({ expression }) => expression === UNKNOWN)
            ? ["placementConstraints"]
            : [];
    const ofContainers = task.containers.flatMap((container) => {
        const { path, environment, devices } = container;
        return [
            ...(isSidecar(container) === UNKNOWN ? [unknownIdentity(container)] : []),
            ...(anyOf(environment, ({ name }) => holds(name, isNeuronVariable)) === UNKNOWN
                ? [`${path}.environment`]
                : []),
            ...(anyOf(devices, (device) => holds(device, isNeuronDevice)) === UNKNOWN
                ? [`${path}.linuxParameters.devices`]
                : []),
        ];
    });
    return [...ofContainers, ...placement];
}

/** Divides the containers. @throws Undecided while none is known to be the sidecar, but one may be */
export function neuronTask(task: TaskDefinition): NeuronTask {
    const containers = known(task.containers, "containerDefinitions");
    const sidecars = containers.filter((container) => isSidecar(container) === true);
    const perhapsSidecars = containers.filter((container) => isSidecar(container) === UNKNOWN).map(unknownIdentity);
    const [first] = perhapsSidecars;
    if (sidecars.length === 0 && first !== undefined) {
        throw new Undecided(first);
    }
    const others = containers.filter((container) => !sidecars.includes(container));
    const serving = servesModel(others, sidecars);
    return {
        sidecars,
        models: others.filter((_, index) => serving[index] === true),
        perhapsSidecars,
        perhapsModels: others.filter((_, index) => serving[index] === UNKNOWN).map(({ path }) => path),
    };
}

/** What is not known of a container, and could make a sidecar of it. */
function unknownIdentity(container: Container): string {
    const { path, name, image } = container;
    if (name === UNKNOWN) {
        return image === UNKNOWN ? path : `${path}.name`;
    }
    return image === UNKNOWN ? `${path}.image` : unknownArguments(container);
}

/** A sidecar is known by its name, by its image's repository, or by a command that runs the daemon. */
export function isSidecar(container: Container): Known<boolean> {
    return any([
        holds(container.name, (name) => name === neuronRtdName),
        holds(container.image, isNeuronRtdImage),
        runsDaemon(container),
    ]);
}

/**
 * Which containers serve a model: those that take part in the contract. The others, such as a log router, a tracing
 * daemon or a proxy, are left alone. Where none takes part, something is missing in each of those with which the task
 * ends.
 */
function servesModel(others: readonly Container[], sidecars: readonly Container[]): readonly Known<boolean>[] {
    if (others.length === 1) {
        return [true];
    }
    const parts = others.map((container) => takesPart(container, sidecars));
    if (parts.includes(true)) {
        return parts;
    }
    const ending = others.map(({ routesLogs, essential }) => {
        const isBystander = routesLogs === true || essential === false;
        return isBystander ? false : routesLogs === UNKNOWN || essential === UNKNOWN ? UNKNOWN : true;
    });
    // While one may take part, what the others are depends on it.
    return parts.includes(UNKNOWN)
        ? parts.map((part, index) => (part === false && ending[index] === false ? false : UNKNOWN))
        : ending;
}

function takesPart(container: Container, sidecars: readonly Container[]): Known<boolean> {
    const names = new Set(sidecars.map(({ name }) => name));
    const volumes = new Set(
        sidecars.flatMap(({ mountPoints }) =>
            mountPoints === UNKNOWN ? [] : mountPoints.map(({ sourceVolume }) => sourceVolume),
        ),
    );
    return any([
        hasNeuronSign(container),
        anyOf(container.dependsOn, ({ containerName }) => holds(containerName, (name) => names.has(name))),
        anyOf(container.mountPoints, ({ sourceVolume }) => holds(sourceVolume, (name) => volumes.has(name))),
    ]);
}

function hasNeuronSign(container: Container): Known<boolean> {
    return any([
        holds(container.image, isNeuronImage),
        anyOf(container.environment, ({ name }) => holds(name, isNeuronVariable)),
        anyOf(container.devices, (path) => holds(path, isNeuronDevice)),
    ]);
}

function runsDaemon(container: Container): Known<boolean> {
    const argv = argumentsOf(container);
    return argv === UNKNOWN ? UNKNOWN : runsNeuronRtd(argv);
}

/** The container's command line, as far as the definition says; unknown when a part of it is. */
export function argumentsOf(container: Container): Known<readonly string[]> {
    const { entryPoint, command } = container;
    if (entryPoint === UNKNOWN || command === UNKNOWN) {
        return UNKNOWN;
    }
    const argv = [...entryPoint, ...command];
    return argv.includes(UNKNOWN) ? UNKNOWN : (argv as readonly string[]);
}

/** The path of what makes a container's command line unknown. */
export function unknownArguments({ path, entryPoint }: Container): string {
    return entryPoint === UNKNOWN || entryPoint.includes(UNKNOWN) ? `${path}.entryPoint` : `${path}.command`;
}

/** The value of an environment variable; undefined when it is not set. @throws Undecided while that is not known */
export function variable(container: Container, name: string): string | undefined {
    // Of several with one name the agent takes the last.
    return values(container, name).at(-1);
}

/** Every different value that a container's environment has for a variable. @throws Undecided */
export function values(container: Container, name: string): readonly string[] {
    const path = `${container.path}.environment`;
    const variables = known(container.environment, path);
    const found = variables.filter((one) => one.name === name);
    if (found.length === 0 && variables.some((one) => one.name === UNKNOWN)) {
        throw new Undecided(path);
    }
    return [...new Set(found.map(({ value }) => known(value, `${path}.${name}`)))];
}

/** The address in a container's environment; see {@link variable}. */
export function rtdAddress(container: Container): string | undefined {
    return variable(container, neuronEnvironment.rtdAddress);
}
