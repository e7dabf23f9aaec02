import { UNKNOWN } from "../../../checks";
import { field, isFields, type Place } from "../document";

/** The key by which Pulumi's states mark values that are not plain, and its values for secrets and outputs. */
const signature = "4dabf18193072939515e22adb298388d";
const secret = "1b47061264138c4ac30d75fd1eb44270";
const output = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

/** The text that stands for what is not known before an update. */
export const notYetKnown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
/** Those that stand for what is not known: the engine does not decrypt where it shows a preview. */
export const unknownTexts: readonly unknown[] = [notYetKnown, "[secret]"];
const maxDepth = 32;

/** Secrets are encrypted, and so not known, unless the state was exported with them in plain text. */
export function plainValue(value: unknown, depth: number): unknown {
    if (depth > maxDepth) {
        return UNKNOWN;
    }
    if (Array.isArray(value)) {
        return value.map((item) => plainValue(item, depth + 1));
    }
    if (!isFields(value)) {
        return unknownTexts.includes(value) ? UNKNOWN : value;
    }
    switch (field(value, signature)) {
        case undefined:
            break;
        case secret:
            return decrypted(field(value, "plaintext"), depth);
        case output:
            return Object.hasOwn(value, "value") ? plainValue(value["value"], depth + 1) : UNKNOWN;
        default:
            // A file, or another resource.
            return UNKNOWN;
    }
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plainValue(item, depth + 1)]));
}

/** The steps from a value that is marked to what is taken of it. */
export function stepsFrom(node: unknown): Place {
    const key = markedValues.get(field(node, signature));
    return key === undefined || field(node, key) === undefined ? [] : [key, ...stepsFrom(field(node, key))];
}

const markedValues: ReadonlyMap<unknown, string> = new Map([
    [secret, "plaintext"],
    [output, "value"],
]);

function decrypted(plaintext: unknown, depth: number): unknown {
    try {
        return typeof plaintext === "string" ? plainValue(JSON.parse(plaintext), depth + 1) : UNKNOWN;
    } catch {
        return UNKNOWN;
    }
}
