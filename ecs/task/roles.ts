import { memo } from "../memo";
import { UNKNOWN, Undecided, type Known } from "../known";
import type { Path, Property } from "../path";
import { isWatcher } from "./bystanders";
import { containersOf } from "./containers";
import { labelledPart, type RolePart } from "./role-label";
import { behavesAsDaemon, daemonReason, isSidecar, unknownIdentity } from "./sidecar";
import { shownRole, type ShownRole } from "./shown-role";
import type { Container, TaskDefinition } from "./task-definition";

/** The part that a container plays, and why. */
export interface Role {
    readonly container: Container;
    /** Unknown while it is not decided. */
    readonly part: Known<RolePart>;
    /** In words: `it has NEURON_RTD_ADDRESS`. */
    readonly reason: string;
}

/** The parts that the containers of an inference task play. */
export interface Roles {
    readonly all: readonly Role[];
    readonly sidecars: readonly Container[];
    readonly models: readonly Container[];
    /**
     * The values that are not known, and that could make a sidecar of a container. It counts as none: beside a
     * sidecar that is known, a second one would be refused anyway.
     */
    readonly perhapsSidecars: readonly Property[];
    /** The paths of containers that may serve a model, which depends on what is not known. */
    readonly perhapsModels: readonly Path[];
    /** Several containers of which one must serve the model, and none shows by itself that it does. */
    readonly candidates: readonly Container[];
}

/** Divides the containers. @throws Undecided while none is known to be the sidecar, but one may be */
export const rolesOf = memo((task: TaskDefinition): Roles => {
    const containers = containersOf(task);
    const daemons = daemonsAmong(containers);
    const sidecars = [...daemons.keys()];
    const perhaps = containers.filter((container) => isSidecar(container) === UNKNOWN && !daemons.has(container));
    const [first] = perhaps;
    if (sidecars.length === 0 && first !== undefined) {
        throw new Undecided(unknownIdentity(first));
    }
    const others = containers.filter((container) => !daemons.has(container));
    const decided = decide(others.map((container) => shownRole(container, containers, sidecars)));
    const all = containers.map((container): Role => {
        const reason = daemons.get(container);
        return reason === undefined
            ? (decided.roles.find((role) => role.container === container) as Role)
            : { container, part: "daemon", reason };
    });
    return {
        all,
        sidecars,
        models: decided.roles.filter(({ part }) => part === "model").map(({ container }) => container),
        perhapsSidecars: perhaps.map(unknownIdentity),
        perhapsModels: decided.roles.filter(({ part }) => part === UNKNOWN).map(({ container }) => container.path),
        candidates: decided.candidates,
    };
});

/** The containers of the daemon, each with the reason. One that only behaves so counts where no other is. */
function daemonsAmong(containers: readonly Container[]): ReadonlyMap<Container, string> {
    const byReason = containers.flatMap((container): [Container, string][] => {
        const reason = daemonReason(container);
        return typeof reason === "string" ? [[container, reason]] : [];
    });
    return new Map(
        byReason.length > 0
            ? byReason
            : containers
                  .filter((container) => behavesAsDaemon(container) === true)
                  .map((container) => [container, "it has the devices and the capabilities of the daemon"]),
    );
}

/** Beside the daemon there is only this one, whatever its image is called. */
function soleReason({ part, reason }: ShownRole): string {
    return part === "model" ? reason : "no other container can";
}

/**
 * Where no container shows that it serves the model, one of those that show nothing must; of these rather one with
 * which the task ends.
 */
function decide(shown: readonly ShownRole[]): {
    readonly roles: readonly Role[];
    readonly candidates: readonly Container[];
} {
    const [only, ...more] = shown;
    if (only !== undefined && more.length === 0 && isSilent(only.container)) {
        return { roles: [{ ...only, part: "model", reason: soleReason(only) }], candidates: [] };
    }
    const silent = shown.filter(({ part }) => part === "candidate").map(({ container }) => container);
    const ending = silent.filter(({ essential }) => essential !== false);
    const candidates = ending.length > 0 ? ending : silent;
    const hasModel = shown.some(({ part }) => part === "model");
    const isUndecided = !hasModel && shown.some(({ part }) => part === UNKNOWN);
    const roles = shown.map(({ container, part, reason }): Role => {
        if (part !== "candidate") {
            return { container, part, reason };
        }
        if (hasModel || !candidates.includes(container)) {
            return { container, part: "other", reason };
        }
        return candidates.length === 1 && !isUndecided
            ? { container, part: "model", reason: "no other container can" }
            : { container, part: isUndecided ? UNKNOWN : "other", reason };
    });
    return { roles, candidates: hasModel || isUndecided || candidates.length < 2 ? [] : candidates };
}

/** Neither its label nor its work says that a container is no model. */
function isSilent(container: Container): boolean {
    return labelledPart(container) === undefined && isWatcher(container) !== true;
}
