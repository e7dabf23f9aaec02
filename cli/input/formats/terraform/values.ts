import { UNKNOWN } from "../../../../checks";
import { field, isFields, type Fields } from "../../document";

/** Terraform's names for blocks of which the ECS API has lists under another name. */
const names: ReadonlyMap<string, string> = new Map([["volume", "volumes"]]);
/** Blocks of which there is one at most, where the ECS API has an object. */
const single = new Set(["runtime_platform"]);
/**
 * Blocks that the provider never fills in by itself. One of which nothing is known is created for each of something
 * that is not known, which the configuration in a plan does not tell. Source: the schema of the provider, 5.100.
 */
const neverComputed = new Set([
    ...["volume", "placement_constraints", "runtime_platform"],
    ...["capacity_provider_strategy", "default_capacity_provider_strategy"],
]);
const maxDepth = 32;

export function camel(key: string): string {
    return names.get(key) ?? key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * Values with the keys of the ECS API; UNKNOWN where a plan says "known after apply". What the configuration leaves out
 * is not unknown but absent, even if the provider will tell a value of it.
 *
 * @param unknown what is not known: `true`, or an object or a list with it inside
 * @param expressions what the configuration gives, by its keys; undefined when it does not tell
 */
export function valuesOf(values: Fields, unknown: unknown, expressions: Fields | undefined, depth = 0): Fields {
    const keys = new Set([...Object.keys(values), ...Object.keys(isFields(unknown) ? unknown : {})]);
    const entries = [...keys].flatMap((key): (readonly [string, unknown])[] => {
        const [value, isUnknown, given] = [values[key], field(unknown, key), field(expressions, key)];
        const isToldLater = isUnknown === true && given === undefined && !neverComputed.has(key);
        if (isToldLater && expressions !== undefined) {
            return [];
        }
        const read = valueOf(value, isUnknown, inside(given), depth);
        return [[camel(key), single.has(key) && Array.isArray(read) ? (read as unknown[])[0] : read]];
    });
    return Object.fromEntries(entries);
}

function valueOf(value: unknown, unknown: unknown, expressions: Fields | undefined, depth: number): unknown {
    if (unknown === true || depth > maxDepth) {
        return UNKNOWN;
    }
    if (Array.isArray(value)) {
        return value.map((item, index) =>
            valueOf(item, Array.isArray(unknown) ? unknown[index] : undefined, expressions, depth + 1),
        );
    }
    return isFields(value) || isFields(unknown)
        ? valuesOf(isFields(value) ? value : {}, unknown, expressions, depth + 1)
        : value;
}

/** The keys of blocks; of dynamic ones, and of what stands in an attribute, the configuration tells none. */
function inside(given: unknown): Fields | undefined {
    return Array.isArray(given) && given.every(isFields)
        ? Object.fromEntries(given.flatMap((block) => Object.entries(block)))
        : undefined;
}
