/**
 * The ECS cluster query language, as far as it decides on which instance types a placement constraint can hold.
 *
 * Source: Amazon ECS Developer Guide, "Cluster query language": subject, operator and argument, joined by `and`, `or`
 * and `not`, with parentheses.
 */

/** ECS takes expressions of at most this many characters. */
const mostCharacters = 2000;

/** The answer of an expression about one instance: `maybe` when it depends on more than the instance type. */
export type Answer = boolean | "maybe";

/** A predicate over the EC2 type of an instance. */
export type ClusterQuery = (instanceType: string) => Answer;

const instanceTypeSubject = "attribute:ecs.instance-type";
const token = /\s*(\(|\)|\[[^\]]*\]|&&|\|\||==|!=|=~|!~|>=|<=|>|<|![a-z]+|!|[^\s()[\]!=<>~&|]+)/gy;

const regexOperators = new Set(["=~", "!~", "matches", "not_matches"]);

const operators: Readonly<Record<string, string>> = {
    equals: "==",
    not_equals: "!=",
    matches: "=~",
    not_matches: "!~",
    not_in: "!in",
    not_exists: "!exists",
    greater_than: ">",
    greater_than_equal: ">=",
    less_than: "<",
    less_than_equal: "<=",
};
const unary = new Set(["exists", "!exists"]);
const binary = new Set(["==", "!=", "=~", "!~", "in", "!in", ">", ">=", "<", "<="]);

/** Reads an expression; undefined when it is none of the language. */
export function parseClusterQuery(expression: string): ClusterQuery | undefined {
    const tokens = tokenize(expression);
    if (tokens === undefined || tokens.length === 0) {
        return undefined;
    }
    const parser = new Parser(tokens);
    const query = parser.or();
    return parser.ended ? query : undefined;
}

function tokenize(expression: string): string[] | undefined {
    const text = expression.trim();
    if (text.length > mostCharacters) {
        return undefined;
    }
    const tokens: string[] = [];
    for (let at = 0; at < text.length; ) {
        const pattern = regexOperators.has(tokens.at(-1) ?? "") ? regexArgument(text, at) : undefined;
        token.lastIndex = at;
        const found = pattern ?? token.exec(text);
        if (found?.[1] === undefined) {
            return undefined;
        }
        tokens.push(found[1]);
        at += found[0].length;
    }
    return tokens;
}

/** A regular expression up to the next blank; a parenthesis at its end that it did not open belongs to the query. */
function regexArgument(text: string, at: number): readonly [string, string] | undefined {
    const [whole = "", argument = ""] = /^\s*(\S+)/.exec(text.slice(at)) ?? [];
    let end = argument.length;
    const count = (character: string) => argument.slice(0, end).split(character).length;
    while (argument[end - 1] === ")" && count(")") > count("(")) {
        end--;
    }
    return end === 0 ? undefined : [whole.slice(0, whole.length - argument.length + end), argument.slice(0, end)];
}

class Parser {
    private at = 0;

    constructor(private readonly tokens: readonly string[]) {}

    get ended(): boolean {
        return this.at === this.tokens.length;
    }

    or(): ClusterQuery | undefined {
        return this.joined(["or", "||"], () => this.and(), either);
    }

    private and(): ClusterQuery | undefined {
        return this.joined(["and", "&&"], () => this.not(), both);
    }

    private joined(words: readonly string[], part: () => ClusterQuery | undefined, join: (one: Answer, other: Answer) => Answer): ClusterQuery | undefined {
        let left = part();
        while (left !== undefined && words.includes(this.tokens[this.at] ?? "")) {
            this.at++;
            const [one, other] = [left, part()];
            left = other && ((type) => join(one(type), other(type)));
        }
        return left;
    }

    private not(): ClusterQuery | undefined {
        if (this.take("not") || this.take("!")) {
            const negated = this.not();
            return negated && ((type) => opposite(negated(type)));
        }
        if (this.take("(")) {
            const inner = this.or();
            return this.take(")") ? inner : undefined;
        }
        return this.comparison();
    }

    private comparison(): ClusterQuery | undefined {
        const subject = this.next();
        const word = this.next();
        const operator = word === undefined ? undefined : (operators[word] ?? word);
        if (subject === undefined || operator === undefined || !/^[a-zA-Z][\w:./-]*$/.test(subject)) {
            return undefined;
        }
        if (unary.has(operator)) {
            return subject === instanceTypeSubject ? () => operator === "exists" : () => "maybe";
        }
        const argument = binary.has(operator) ? this.next() : undefined;
        if (argument === undefined || /^[()]$/.test(argument)) {
            return undefined;
        }
        return subject === instanceTypeSubject ? (type) => compare(type, operator, argument) : () => "maybe";
    }

    private next(): string | undefined {
        return this.tokens[this.at++];
    }

    private take(word: string): boolean {
        const taken = this.tokens[this.at] === word;
        this.at += taken ? 1 : 0;
        return taken;
    }
}

function compare(type: string, operator: string, written: string): Answer {
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
            return opposite(matches(type, argument));
        default:
            return "maybe";
    }
}

function listed(argument: string): readonly string[] {
    return argument
        .replace(/^\[|\]$/g, "")
        .split(",")
        .map((item) => unquoted(item.trim()));
}

/** ECS takes values with and without quotes. */
function unquoted(text: string): string {
    return /^(["']).*\1$/.test(text) ? text.slice(1, -1) : text;
}

/** More than these, and a short name can keep a backtracking matcher busy for ever. */
const mostQuantifiers = 4;
const mostAlternatives = 16;

/** Whether a pattern is so plain that matching a name ends soon: no repeated group, and few repetitions and alternatives. */
function isPlain(pattern: string): boolean {
    const count = (mark: RegExp) => pattern.match(mark)?.length ?? 0;
    return !/\)[*+?{]|\{|\(\?|\\\d/.test(pattern) && count(/[*+?]/g) <= mostQuantifiers && count(/\|/g) <= mostAlternatives;
}

function matches(type: string, pattern: string): Answer {
    if (!isPlain(pattern)) {
        return "maybe";
    }
    try {
        return new RegExp(`^(?:${pattern})$`).test(type);
    } catch {
        return "maybe";
    }
}

function opposite(answer: Answer): Answer {
    return answer === "maybe" ? "maybe" : !answer;
}

function both(one: Answer, other: Answer): Answer {
    return one === false || other === false ? false : one === true && other === true ? true : "maybe";
}

function either(one: Answer, other: Answer): Answer {
    return opposite(both(opposite(one), opposite(other)));
}
