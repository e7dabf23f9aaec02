import type { ScalarKind, Values } from "./property";
import { holdsUnknown, unknown } from "./unknown";

/** The type of a value in words. */
export function nameOfType(value: unknown): string {
    if (value === null) {
        return "null";
    }
    if (Array.isArray(value)) {
        return "a list";
    }
    return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

export function isObject(value: unknown): value is Values {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Pulumi's provider takes `256` for `"256"` and the reverse, and so do we. */
export function convert(kind: ScalarKind, value: unknown): unknown {
    if (typeof value === kind) {
        return value;
    }
    if (kind === "string" && (typeof value === "number" || typeof value === "boolean")) {
        return String(value);
    }
    if (kind === "number" && typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value))) {
        return Number(value);
    }
    return kind === "boolean" && (value === "true" || value === "false") ? value === "true" : undefined;
}

/** A document that was given as an object, as JSON with its keys in order; unknown as soon as one part of it is. */
export function asDocument(value: object): unknown {
    return holdsUnknown(value) ? unknown : JSON.stringify(inOrder(value));
}

function inOrder(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(inOrder);
    }
    return isObject(value)
        ? Object.fromEntries(
              Object.keys(value)
                  .sort()
                  .map((key) => [key, inOrder(value[key])]),
          )
        : value;
}
