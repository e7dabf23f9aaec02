import { neuronEnvironment } from "../../contract";
import { known, UNKNOWN, Undecided } from "../known";
import type { Container } from "./task-definition";

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
    if (found.length === 0) {
        if (variables.some((one) => one.name === UNKNOWN)) {
            throw new Undecided(path);
        }
        throwWhereOpen(container, name);
    }
    return [...new Set(found.map(({ value }) => known(value, `${path}.${name}`)))];
}

/** A variable that does not stand in the environment may still come from what does not tell its value. */
function throwWhereOpen({ path, secrets, hasEnvironmentFiles }: Container, name: string): void {
    if (secrets === UNKNOWN || secrets.some((secret) => secret === UNKNOWN || secret === name)) {
        throw new Undecided(`${path}.secrets`);
    }
    // Of a variable that stands in both, the container gets the environment's value.
    if (hasEnvironmentFiles !== false) {
        throw new Undecided(`${path}.environmentFiles`);
    }
}

/** The address in a container's environment; see {@link variable}. */
export function rtdAddress(container: Container): string | undefined {
    return variable(container, neuronEnvironment.rtdAddress);
}
