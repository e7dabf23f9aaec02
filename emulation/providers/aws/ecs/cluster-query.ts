/**
 * The syntax of the cluster query language, in which placement constraints are written.
 *
 * Source: Amazon ECS Developer Guide, "Create expressions to define container instances for Amazon ECS tasks".
 */

const subjects = ["agentConnected", "agentVersion", "ec2InstanceId", "registeredAt", "runningTasksCount"];

/** Operators, and how many arguments each takes; `list` stands for `[a, b]`. */
const operators: Readonly<Record<string, "value" | "list" | "none">> = {
    "==": "value",
    equals: "value",
    "!=": "value",
    not_equals: "value",
    ">": "value",
    greater_than: "value",
    ">=": "value",
    greater_than_equal: "value",
    "<": "value",
    less_than: "value",
    "<=": "value",
    less_than_equal: "value",
    "=~": "value",
    matches: "value",
    "!~": "value",
    not_matches: "value",
    exists: "none",
    "!exists": "none",
    not_exists: "none",
    in: "list",
    "!in": "list",
    not_in: "list",
};

const token =
    /\s*(?:([()[\],])|(&&|\|\||==|!=|>=|<=|=~|!~|>|<|!exists\b|!in\b|!)|("[^"]*"|'[^']*')|([^\s()[\],"'=!<>&|]+))/y;

/** What is wrong with an expression; undefined when its syntax is right. */
export function clusterQueryError(expression: string): string | undefined {
    const tokens = tokenize(expression);
    if (tokens === undefined) {
        return "holds characters that belong to no word, operator or bracket";
    }
    if (tokens.length === 0) {
        return "is empty";
    }
    try {
        const rest = parseEither(tokens, 0);
        return rest === tokens.length ? undefined : `does not end where "${tokens[rest] ?? ""}" follows`;
    } catch (error) {
        return (error as Error).message;
    }
}

function tokenize(expression: string): string[] | undefined {
    const found: string[] = [];
    const text = expression.trimEnd();
    for (token.lastIndex = 0; token.lastIndex < text.length;) {
        const match = token.exec(text);
        if (match === null) {
            return undefined;
        }
        found.push(match[0].trim());
    }
    return found;
}

/** Each parser answers the position after what it has read. */
function parseEither(tokens: string[], from: number): number {
    const position = parseTerm(tokens, from);
    return ["and", "&&", "or", "||"].includes(tokens[position] ?? "") ? parseEither(tokens, position + 1) : position;
}

function parseTerm(tokens: string[], from: number): number {
    const first = tokens[from];
    if (first === "not" || first === "!") {
        return parseTerm(tokens, from + 1);
    }
    if (first === "(") {
        return expect(tokens, parseEither(tokens, from + 1), ")");
    }
    return parseComparison(tokens, from);
}

function parseComparison(tokens: string[], from: number): number {
    const subject = tokens[from];
    if (subject === undefined || !(subjects.includes(subject) || /^(attribute|task):[\w.\-/\\]+$/.test(subject))) {
        throw new Error(
            `has ${quoted(subject)} where a subject is required: attribute:<name>, task:<name> or one of ` +
                `${subjects.join(", ")}`,
        );
    }
    const operator = tokens[from + 1] ?? "";
    const kind = Object.hasOwn(operators, operator) ? operators[operator] : undefined;
    if (kind === undefined) {
        throw new Error(`has ${quoted(tokens[from + 1])} where an operator is required, as == or in`);
    }
    if (kind === "none") {
        return from + 2;
    }
    return kind === "value" ? parseValue(tokens, from + 2) : parseList(tokens, from + 2);
}

function parseList(tokens: string[], from: number): number {
    let position = parseValue(tokens, expect(tokens, from, "["));
    while (tokens[position] === ",") {
        position = parseValue(tokens, position + 1);
    }
    return expect(tokens, position, "]");
}

function parseValue(tokens: string[], from: number): number {
    const value = tokens[from];
    if (value === undefined || /^[()[\],=!<>&|]/.test(value)) {
        throw new Error(`has ${quoted(value)} where a value is required`);
    }
    return from + 1;
}

function expect(tokens: string[], from: number, wanted: string): number {
    if (tokens[from] !== wanted) {
        throw new Error(`has ${quoted(tokens[from])} where "${wanted}" is required`);
    }
    return from + 1;
}

function quoted(found: string | undefined): string {
    return found === undefined ? "its end" : `"${found}"`;
}
