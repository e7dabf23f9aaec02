import { fact } from "../facts";
import { any, anyOf, holds, known, UNKNOWN, Undecided, type Known } from "../known";
import { hasNeuronSign } from "./inference-task";
import { unknownIdentity, isSidecar } from "./sidecar";
import type { Container, TaskDefinition } from "./task-definition";

/** The parts that the containers of an inference task play. */
export interface Roles {
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

/** Divides the containers. @throws Undecided while none is known to be the sidecar, but one may be */
export const rolesOf = fact((task: TaskDefinition): Roles => {
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
});

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
