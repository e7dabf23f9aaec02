import { not, UNKNOWN, type Known } from "../known";

/** What a comparison of the attribute says about one type; operators that order their values say nothing of a name. */
export function compareInstanceType(type: string, operator: string, written: string): Known<boolean> {
    const argument = unquoted(written);
    switch (operator) {
        case "==":
            return type === argument;
        case "!=":
            return type !== argument;
        case "in":
            return listed(argument).includes(type);
        case "!in":
            return !listed(argument).includes(type);
        case "=~":
            return matches(type, argument);
        case "!~":
            return not(matches(type, argument));
        default:
            return UNKNOWN;
    }
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
const mostQuantifiers = 4;
const mostAlternatives = 16;

/**
 * Whether a pattern is so plain that matching a name ends soon: no repeated group, and few repetitions and
 * alternatives.
 */
function isPlain(pattern: string): boolean {
    const count = (mark: RegExp) => pattern.match(mark)?.length ?? 0;
    return (
        !/\)[*+?{]|\{|\(\?|\\\d/.test(pattern) && count(/[*+?]/g) <= mostQuantifiers && count(/\|/g) <= mostAlternatives
    );
}

function matches(type: string, pattern: string): Known<boolean> {
    if (!isPlain(pattern)) {
        return UNKNOWN;
    }
    try {
        return new RegExp(`^(?:${pattern})$`).test(type);
    } catch {
        return UNKNOWN;
    }
}
