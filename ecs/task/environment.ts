import { neuronEnvironment } from "../../contract";
import { UNKNOWN, Undecided } from "../known";
import type { Path, VariableProperty } from "../path";
import type { Container } from "./task-definition";

/** A variable of a container's environment that is known. */
export interface KnownVariable extends VariableProperty {
    readonly value: string;
}

/** A variable of a container; undefined when it is not set. @throws Undecided while that is not known */
export function setting(container: Container, name: string): KnownVariable | undefined {
    // Of several with one name the agent takes the last.
    return settings(container, name).at(-1);
}

/** The value of an environment variable; undefined when it is not set. @throws Undecided while that is not known */
export function variable(container: Container, name: string): string | undefined {
    return setting(container, name)?.value;
}

/** Every different value of a variable in a container's environment, by where it stands last. @throws Undecided */
export function settings(container: Container, name: string): readonly KnownVariable[] {
    const { environment } = container;
    const path = environmentOf(container);
    if (environment === UNKNOWN) {
        throw new Undecided({ path });
    }
    const found = new Map<string, KnownVariable>();
    let isNameUnknown = false;
    environment.forEach((one, index) => {
        isNameUnknown ||= one.name === UNKNOWN;
        if (one.name !== name) {
            return;
        }
        const at = [...path, index, "value"];
        if (one.value === UNKNOWN) {
            throw new Undecided({ path: at, variable: name });
        }
        found.delete(one.value);
        found.set(one.value, { variable: name, value: one.value, path: at });
    });
    if (found.size === 0) {
        if (isNameUnknown) {
            throw new Undecided({ path });
        }
        requireNoOtherSource(container, name);
    }
    return [...found.values()];
}

/** Where the environment of a container stands, or would stand. */
export function environmentOf({ path }: Container): Path {
    return [...path, "environment"];
}

/** A variable that does not stand in the environment may still come from what does not tell its value. */
function requireNoOtherSource({ path, secrets, hasEnvironmentFiles }: Container, name: string): void {
    if (secrets === UNKNOWN || secrets.some((secret) => secret === UNKNOWN || secret === name)) {
        throw new Undecided({ path: [...path, "secrets"] });
    }
    // Of a variable that stands in both, the container gets the environment's value.
    if (hasEnvironmentFiles !== false) {
        throw new Undecided({ path: [...path, "environmentFiles"] });
    }
}

/** The address in a container's environment; see {@link variable}. */
export function rtdAddress(container: Container): string | undefined {
    return variable(container, neuronEnvironment.rtdAddress);
}
