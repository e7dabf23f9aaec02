import { autoName } from "./auto-name";
import { checkInputs } from "./check-inputs";
import type { Failure } from "./failure";
import type { Values } from "./property";
import type { ResourceType } from "./resource-type";
import { unknown } from "./unknown";

export interface CheckResult {
    /** The inputs with the defaults, the generated name among them. */
    readonly inputs: Values;
    readonly failures: readonly Failure[];
}

/** The names of the inputs that the provider has filled in, as Pulumi's provider keeps them in the state. */
export const defaultsKey = "__defaults";

/** Judges the inputs of one resource, and completes them. */
export function checkResource(
    type: ResourceType,
    name: string,
    olds: Values,
    news: Values,
    seed: Uint8Array,
): CheckResult {
    const { inputs, failures: shape } = checkInputs(type.inputs, news);
    const defaults: string[] = [];
    for (const [property, { default: value }] of Object.entries(type.inputs)) {
        if (value !== undefined && inputs[property] === undefined) {
            inputs[property] = value;
            defaults.push(property);
        }
    }
    const naming: Failure[] = [];
    if (type.autoName !== undefined && inputs["name"] === undefined && inputs["namePrefix"] === undefined) {
        try {
            inputs["name"] = generatedNameOf(olds) ?? autoName(name, type.autoName, seed);
            defaults.push("name");
        } catch (error) {
            naming.push({ property: "name", reason: (error as Error).message });
        }
    }
    const failures = [...shape, ...naming, ...(type.check?.(withoutMisshapen(inputs, shape)) ?? [])];
    return { inputs: { ...inputs, [defaultsKey]: defaults.sort() }, failures };
}

/** The inputs as far as their shape is right: what is not, further rules take for a value that is not known yet. */
function withoutMisshapen(inputs: Values, failures: readonly Failure[]): Values {
    const names = failures.map(({ property }) => /^[^.[]*/.exec(property)?.[0] ?? "");
    return { ...inputs, ...Object.fromEntries(names.map((name) => [name, unknown])) };
}

/** The name in the inputs, if it was generated. */
export function generatedNameOf(inputs: Values): unknown {
    const defaults = inputs[defaultsKey];
    return Array.isArray(defaults) && defaults.includes("name") ? inputs["name"] : undefined;
}
