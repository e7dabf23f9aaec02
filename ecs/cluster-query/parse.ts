import { instanceTypeAttribute } from "../../contract";
/**
 * The ECS cluster query language, as far as it decides on which instance types a placement constraint can hold.
 *
 * Source: Amazon ECS Developer Guide, "Cluster query language": subject, operator and argument, joined by `and`, `or`
 * and `not`, with parentheses.
 */
import { all, any, not, UNKNOWN, type Known } from "../known";
import { compareInstanceType } from "./instance-type";
import { tokenize } from "./tokens";

/** A predicate over the EC2 type of an instance. */
export type ClusterQuery = (instanceType: string) => Known<boolean>;

const signs: ReadonlyMap<string, string> = new Map([
    ["equals", "=="],
    ["not_equals", "!="],
    ["matches", "=~"],
    ["not_matches", "!~"],
    ["not_in", "!in"],
    ["not_exists", "!exists"],
    ["greater_than", ">"],
    ["greater_than_equal", ">="],
    ["less_than", "<"],
    ["less_than_equal", "<="],
]);
const unary: readonly string[] = ["exists", "!exists"];
const binary: readonly string[] = ["==", "!=", "=~", "!~", "in", "!in", ">", ">=", "<", "<="];

/** Reads an expression; undefined when it is none of the language. */
export function parseClusterQuery(expression: string): ClusterQuery | undefined {
    const tokens = tokenize(expression);
    const parser = tokens && new Parser(tokens);
    const query = parser?.or();
    return parser?.ended ? query : undefined;
}

class Parser {
    private at = 0;

    constructor(private readonly tokens: readonly string[]) {}

    get ended(): boolean {
        return this.at === this.tokens.length;
    }

    or(): ClusterQuery | undefined {
        return this.joined(["or", "||"], () => this.and(), any);
    }

    private and(): ClusterQuery | undefined {
        return this.joined(["and", "&&"], () => this.not(), all);
    }

    private joined(
        words: readonly string[],
        part: () => ClusterQuery | undefined,
        join: (answers: readonly Known<boolean>[]) => Known<boolean>,
    ): ClusterQuery | undefined {
        let left = part();
        while (left !== undefined && this.take(...words)) {
            const [one, other] = [left, part()];
            left = other && ((type) => join([one(type), other(type)]));
        }
        return left;
    }

    private not(): ClusterQuery | undefined {
        if (this.take("not", "!")) {
            const negated = this.not();
            return negated && ((type) => not(negated(type)));
        }
        if (this.take("(")) {
            const inner = this.or();
            return this.take(")") ? inner : undefined;
        }
        return this.comparison();
    }

    private comparison(): ClusterQuery | undefined {
        const [subject, word] = [this.next(), this.next()];
        const operator = signs.get(word) ?? word;
        if (!/^[a-zA-Z][\w:./-]*$/.test(subject)) {
            return undefined;
        }
        if (unary.includes(operator)) {
            return subject === instanceTypeAttribute ? () => operator === "exists" : () => UNKNOWN;
        }
        const argument = binary.includes(operator) ? this.next() : "";
        if (/^[()]?$/.test(argument)) {
            return undefined;
        }
        return subject === instanceTypeAttribute
            ? (type) => compareInstanceType(type, operator, argument)
            : () => UNKNOWN;
    }

    /** The next token; empty at the end. */
    private next(): string {
        // Stryker disable next-line StringLiteral: a query that was read beyond its end is none, whatever stands there
        return this.tokens[this.at++] ?? "";
    }

    /** Steps over the next token when it is one of these. */
    private take(...words: readonly (string | undefined)[]): boolean {
        const taken = words.includes(this.tokens[this.at]);
        this.at += taken ? 1 : 0;
        return taken;
    }
}
