import type { Edit } from "../../checks";
import { neuronEnvironment } from "../../contract";

/** The words of the daemon's command line, and of a shell around it. */
const ofDaemon = /^"(?:(?:\/bin\/)?(?:ba)?sh|-c|-g|neuron-rtd|(?:neuron-rtd -g )?unix:[\w./-]+)"$/;

const variables: readonly unknown[] = Object.values(neuronEnvironment);

/**
 * Whether a value, as JSON writes it, may be shown beside edits of definitions: the edits write it, or the Neuron
 * contract has it, so that no secret stands in it.
 */
export function contractText(edits: readonly Edit[], definitions: readonly unknown[]): (text: string) => boolean {
    const known = new Set([...edits.flatMap(({ value }) => textsIn(value)), ...definitions.flatMap(valuesOfContract)]);
    return (text) => known.has(text) || ofDaemon.test(text);
}

/** The texts in a value, as JSON writes them. */
function textsIn(value: unknown): readonly string[] {
    return typeof value === "object" && value !== null
        ? Object.values(value).flatMap(textsIn)
        : [JSON.stringify(value) ?? ""];
}

/** The values of the variables of the Neuron contract, wherever in a definition they stand. */
function valuesOfContract(definition: unknown): readonly string[] {
    if (typeof definition !== "object" || definition === null) {
        return [];
    }
    const { name, Name, value, Value } = definition as Readonly<Record<string, unknown>>;
    return variables.includes(name ?? Name)
        ? textsIn(value ?? Value)
        : Object.values(definition).flatMap(valuesOfContract);
}
