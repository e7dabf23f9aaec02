/** How the engine writes a value that a preview does not know (Pulumi's wire format of property values). */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export function isUnknown(value: unknown): boolean {
    return value === unknown;
}

/** Whether any part of the value is unknown. */
export function holdsUnknown(value: unknown): boolean {
    if (Array.isArray(value)) {
        return value.some(holdsUnknown);
    }
    return typeof value === "object" && value !== null ? Object.values(value).some(holdsUnknown) : isUnknown(value);
}
