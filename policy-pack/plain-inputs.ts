import { UnknownValueError } from "@pulumi/policy";
import { UNKNOWN } from "../checks";

/** What the engine's own analysis, `pulumi policy analyze`, shows of a secret that it cannot decrypt. */
const undecryptedSecret = "[secret]";

/** Inputs that nest deeper than any that a provider declares are not followed. */
const mostDepth = 16;

/**
 * Copies a resource's inputs out of the engine's proxy, which throws where a value is not known at preview; there, and
 * for a secret that is not decrypted, stands {@link UNKNOWN} instead.
 */
export function plainInputs(inputs: object): Record<string, unknown> {
    return copy(inputs, 0) as Record<string, unknown>;
}

function copy(value: unknown, depth: number): unknown {
    if (value === undecryptedSecret) {
        return UNKNOWN;
    }
    if (typeof value !== "object" || value === null) {
        return value;
    }
    if (depth === mostDepth) {
        return UNKNOWN;
    }
    if (Array.isArray(value)) {
        return Array.from({ length: value.length }, (_, index) => property(value, index, depth));
    }
    const plain: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    for (const key of Object.keys(value)) {
        plain[key] = property(value, key, depth);
    }
    return plain;
}

function property(value: object, key: string | number, depth: number): unknown {
    let item: unknown;
    try {
        item = (value as Record<string | number, unknown>)[key];
    } catch (error) {
        if (error instanceof UnknownValueError) {
            return UNKNOWN;
        }
        throw error;
    }
    return copy(item, depth + 1);
}
