import { UNKNOWN } from "../checks";

/** What the engine's own analysis, `pulumi policy analyze`, shows of a secret that it cannot decrypt. */
const undecryptedSecret = "[secret]";

/** Inputs that nest deeper than any that a provider declares are not followed. */
const maxLevels = 16;

type Inputs = Readonly<Record<string, unknown>>;

/**
 * Copies a resource's inputs out of the engine's proxy, which throws where a value is not known at preview; there, and
 * for a secret that is not decrypted, stands {@link UNKNOWN} instead.
 */
export function plainInputs(inputs: object): Record<string, unknown> {
    return copy(inputs, maxLevels) as Record<string, unknown>;
}

function copy(value: unknown, levels: number): unknown {
    if (!isObject(value)) {
        return value;
    }
    if (Array.isArray(value)) {
        return Array.from({ length: value.length }, (_, index) =>
            copy(property(value, String(index), levels), levels - 1),
        );
    }
    const plain: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    for (const key of Object.keys(value)) {
        plain[key] = copy(property(value, key, levels), levels - 1);
    }
    return plain;
}

function isObject(value: unknown): value is Inputs {
    return typeof value === "object" && value !== null;
}

/** A value of the inputs, or UNKNOWN. */
function property(inputs: Inputs, key: string, levels: number): unknown {
    try {
        const value = inputs[key];
        return value === undecryptedSecret || (isObject(value) && levels === 1) ? UNKNOWN : value;
    } catch (error) {
        // The SDK exports the class since 1.21 only.
        if (error instanceof Error && error.constructor.name === "UnknownValueError") {
            return UNKNOWN;
        }
        throw error;
    }
}
