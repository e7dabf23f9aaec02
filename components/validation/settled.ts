import { UNKNOWN, type Unknown } from "../../contract/known";

/** Arguments as validation sees them: inputs are replaced by their values, or by {@link UNKNOWN}. */
export type Settled<T> = T extends string | number | boolean | undefined | null
    ? T | Unknown
    : T extends readonly (infer Item)[]
      ? readonly Settled<Item>[] | Unknown
      : { readonly [Key in keyof T]: Settled<T[Key]> } | Unknown;

/** Arguments of which at least the outermost object is there. */
export type SettledArgs<T> = { readonly [Key in keyof T]: Settled<T[Key]> };

/** Whether a settled value is there to be checked: given, and known. */
export function isGiven<T>(value: T): value is Exclude<T, Unknown | undefined | null> {
    return value !== undefined && value !== null && value !== UNKNOWN;
}

/** Copies plain values, with {@link UNKNOWN} in place of everything that `isUnknown` says is not known yet. */
export function settle(value: unknown, isUnknown: (value: unknown) => boolean): unknown {
    if (isUnknown(value)) {
        return UNKNOWN;
    }
    if (Array.isArray(value)) {
        return value.map((item) => settle(item, isUnknown));
    }
    if (typeof value === "object" && value !== null) {
        return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, settle(item, isUnknown)]));
    }
    return value;
}
