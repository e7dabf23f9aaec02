import { isDeepStrictEqual } from "node:util";

/** How the engine marks a secret (Pulumi's wire format of property values). */
const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

function isObject(value: unknown): value is Record<string, unknown> {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isSecret(value: unknown): value is { value: unknown } {
    return isObject(value) && value[signatureKey] === secretSignature;
}

function seal(value: unknown): unknown {
    return { [signatureKey]: secretSignature, value };
}

/** The value without its secret marks. Nulls, which mean the same as leaving out, are left out. */
export function reveal(value: unknown): unknown {
    if (isSecret(value)) {
        return reveal(value.value);
    }
    if (Array.isArray(value)) {
        return value.map(reveal);
    }
    if (!isObject(value)) {
        return value;
    }
    return Object.fromEntries(
        Object.entries(value)
            .filter(([, member]) => member !== null && member !== undefined)
            .map(([key, member]) => [key, reveal(member)]),
    );
}

function holdsSecret(value: unknown): boolean {
    if (isSecret(value)) {
        return true;
    }
    return Array.isArray(value) ? value.some(holdsSecret) : isObject(value) && Object.values(value).some(holdsSecret);
}

/**
 * The value with the secret marks of the original, which may hold more or less than it; where they do not line up, all
 * of it is secret.
 */
export function concealLike(value: unknown, original: unknown): unknown {
    if (value === undefined || !holdsSecret(original)) {
        return value;
    }
    if (isSecret(original)) {
        return seal(value);
    }
    if (isObject(original) && isObject(value)) {
        return Object.fromEntries(
            Object.entries(value).map(([key, member]) => [key, concealLike(member, original[key])]),
        );
    }
    if (Array.isArray(original) && Array.isArray(value) && isDeepStrictEqual(value, reveal(original))) {
        return value.map((member, index) => concealLike(member, original[index]));
    }
    return seal(value);
}
