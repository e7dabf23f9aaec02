import { not, UNKNOWN, type Known } from "../known";
import { ANOTHER, type Instance } from "./instance";

/**
 * What a comparison says of a value. Of an instance that does not have the attribute it is not documented what ECS says
 * when it is to differ, and operators that order their values are left alone.
 */
export function compare(value: ReturnType<Instance>, operator: string, written: string): Known<boolean> {
    const positive = positives.get(operator) ?? operator;
    if (positive !== operator) {
        return value === undefined && operator !== "!exists" ? UNKNOWN : not(compare(value, positive, written));
    }
    if (value === UNKNOWN) {
        return UNKNOWN;
    }
    const argument = unquoted(written);
    switch (operator) {
        case "exists":
            return value !== undefined;
        case "==":
            return value === argument;
        case "in":
            return typeof value === "string" && listed(argument).includes(value);
        case "=~":
            return value === undefined ? false : matches(value, argument);
        default:
            return UNKNOWN;
    }
}

/** The operators that deny, each with the one that it denies. */
const positives: ReadonlyMap<string, string> = new Map([
    ["!=", "=="],
    ["!in", "in"],
    ["!~", "=~"],
    ["!exists", "exists"],
]);

/** The values that a comparison names. */
export function valuesIn(operator: string, written: string): readonly string[] {
    const argument = unquoted(written);
    return ["in", "!in"].includes(operator) ? listed(argument) : [argument];
}

function listed(argument: string): readonly string[] {
    return argument
        .replace(/[[\]]/g, "")
        .split(",")
        .map((item) => unquoted(item.trim()));
}

/** ECS takes values with and without quotes. */
function unquoted(text: string): string {
    return /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;
}

/** More than these, and a short name can keep a backtracking matcher busy for ever. */
const maxQuantifiers = 4;
const maxAlternatives = 16;

/**
 * Whether a pattern is so plain that matching a name ends soon: no repeated group, and few repetitions and
 * alternatives.
 */
function isPlain(pattern: string): boolean {
    const count = (mark: RegExp) => pattern.match(mark)?.length ?? 0;
    return (
        !/\)[*+?{]|\{|\(\?|\\\d/.test(pattern) && count(/[*+?]/g) <= maxQuantifiers && count(/\|/g) <= maxAlternatives
    );
}

function matches(value: string | typeof ANOTHER, pattern: string): Known<boolean> {
    if (value === ANOTHER) {
        return /^[\w-]*$/.test(pattern) ? false : UNKNOWN;
    }
    if (!isPlain(pattern)) {
        return UNKNOWN;
    }
    try {
        return new RegExp(`^(?:${pattern})$`).test(value);
    } catch {
        return UNKNOWN;
    }
}
