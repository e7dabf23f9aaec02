import { isBelow, neuronEnvironment, neuronRtdName, normalizedPath } from "../../contract";
import { UNKNOWN, type Known } from "../../ecs/known";
import type { Container } from "../../ecs/task/task-definition";
import { label } from "../phrasing/names";
import { sources } from "../rules/sources";
import type { ManualStep, MigrationContext } from "./step";

/** A command that waits for the socket, or asks the daemon, would do so for ever. */
export function* leftInCommands({ remaining, written }: MigrationContext): Iterable<ManualStep> {
    for (const container of remaining) {
        const parts = ["entryPoint", "command", "healthCheck"].map((key) => written([...container.path, key]));
        const isLeft = textsIn(parts).some(
            (text) => text !== UNKNOWN && (text.includes(neuronRtdName) || /neuron[\w.-]*\.sock|neuron-cli/.test(text)),
        );
        if (isLeft) {
            yield {
                text: `take out of the command of ${label(container)} what it does with the daemon or its socket`,
                sources: [sources.runtime2],
            };
        }
    }
}

const speakingKeys = ["entryPoint", "command", "environment", "healthCheck", "workingDirectory"];

/** Whether what a container runs, or its variables, name a directory. What is not known may. */
export function speaksOf(container: Container, directory: string, written: MigrationContext["written"]): boolean {
    const path = normalizedPath(directory);
    const parts = speakingKeys.map((key) => written([...container.path, key]));
    return textsIn(parts).some((text) => text === UNKNOWN || text.split(/[\s"'=:,;]/).some((word) => isIn(word, path)));
}

function isIn(word: string, directory: string): boolean {
    return normalizedPath(word) === directory || isBelow(word, directory);
}

/** The texts in what stands in a container, but for the address of the daemon. */
function textsIn(value: unknown): readonly Known<string>[] {
    if (value === UNKNOWN || typeof value === "string") {
        return [value];
    }
    if (typeof value !== "object" || value === null) {
        return [];
    }
    const named = value as { readonly name?: unknown; readonly Name?: unknown };
    return [named.name, named.Name].includes(neuronEnvironment.rtdAddress) ? [] : Object.values(value).flatMap(textsIn);
}
