/** Stands for a value that is not known yet, because a resource or a lookup has still to produce it. */
export const pending = Symbol("pending");
export type Pending = typeof pending;

/** Arguments as validation sees them: inputs are replaced by their values, or by {@link pending}. */
export type Settled<T> = T extends string | number | boolean | undefined | null
    ? T | Pending
    : T extends readonly (infer Item)[]
      ? readonly Settled<Item>[] | Pending
      : { readonly [Key in keyof T]: Settled<T[Key]> } | Pending;

/** Arguments of which at least the outermost object is there. */
export type SettledArgs<T> = { readonly [Key in keyof T]: Settled<T[Key]> };

/** Whether a settled value is there to be checked: given, and known. */
export function isGiven<T>(value: T): value is Exclude<T, Pending | undefined | null> {
    return value !== undefined && value !== null && value !== pending;
}

/** Copies plain values, with {@link pending} in place of everything that `isPending` says is not known yet. */
export function settle(value: unknown, isPending: (value: unknown) => boolean): unknown {
    if (isPending(value)) {
        return pending;
    }
    if (Array.isArray(value)) {
        return value.map((item) => settle(item, isPending));
    }
    if (typeof value === "object" && value !== null) {
        return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, settle(item, isPending)]));
    }
    return value;
}
