import { quote } from "../../validation/problems";
import type { Check } from "../../validation/shape";
import { integer } from "../../validation/values";

const listPattern = /^\d{1,4}(?:-\d{1,4})?(?:,\d{1,4}(?:-\d{1,4})?)*$/;

/** NeuronCores by index, as `NEURON_RT_VISIBLE_CORES` takes them. */
export const cores: Check = (value, path, problems) => {
    const isList = typeof value === "string" && listPattern.test(value) && value.split(",").every(ascends);
    if (!isList) {
        const instead = typeof value === "number" ? `; for a number of cores give numCores: ${value}` : "";
        problems.add(
            path,
            `is ${quote(value)}, but must be a string with the indexes of NeuronCores, such as 0-1 or 0,2${instead}`,
        );
    }
};

/** How many NeuronCores, as `NEURON_RT_NUM_CORES` takes them. */
export const numCores = integer(1, Infinity, "NeuronCores");

function ascends(part: string): boolean {
    const [first, last = first] = part.split("-").map(Number);
    return Number(first) <= Number(last);
}
