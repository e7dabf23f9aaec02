/**
 * The ECS cluster query language, as far as it decides on which instances a placement constraint can hold.
 *
 * Source: Amazon ECS Developer Guide, "Cluster query language": subject, operator and argument, joined by `and`, `or`
 * and `not`, with parentheses.
 */
import { all, any, not, UNKNOWN, type Known } from "../known";
import { compare, valuesIn } from "./comparison";
import type { Instance } from "./instance";
import { tokenize } from "./tokens";

/** A predicate over an instance. */
export type ClusterQuery = (instance: Instance) => Known<boolean>;

/** The subject that is a group of tasks on the instance: `service:web`. There may be others beside it. */
export const taskGroup = "task:group";

/** An expression that was read. */
export interface Expression {
    readonly query: ClusterQuery;
    /** The values that it names, by their subjects. */
    readonly values: ReadonlyMap<string, readonly string[]>;
}

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
export function parseExpression(expression: string): Expression | undefined {
    const tokens = tokenize(expression);
    const parser = tokens && new Parser(tokens);
    const query = parser?.or();
    return query && parser?.ended ? { query, values: parser.values } : undefined;
}

/** The predicate that an expression is; undefined when it is none of the language. */
export function parseClusterQuery(expression: string): ClusterQuery | undefined {
    return parseExpression(expression)?.query;
}

class Parser {
    readonly values = new Map<string, readonly string[]>();
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
            left = other && ((instance) => join([one(instance), other(instance)]));
        }
        return left;
    }

    private not(): ClusterQuery | undefined {
        if (this.take("not", "!")) {
            const negated = this.not();
            return negated && ((instance) => not(negated(instance)));
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
        const isUnary = unary.includes(operator);
        const argument = isUnary ? "" : binary.includes(operator) ? this.next() : "";
        if (!isUnary && /^[()]?$/.test(argument)) {
            return undefined;
        }
        const named = isUnary ? [] : valuesIn(operator, argument);
        this.values.set(subject, [...(this.values.get(subject) ?? []), ...named]);
        const query: ClusterQuery = (instance) => compare(instance(subject), operator, argument);
        return subject === taskGroup ? amongOthers(query, operator.startsWith("!")) : query;
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

/** What is told of one group of tasks decides nothing while others may be there, unless it is the one that is named. */
function amongOthers(query: ClusterQuery, denies: boolean): ClusterQuery {
    return (instance) => (query(instance) === !denies ? !denies : UNKNOWN);
}
