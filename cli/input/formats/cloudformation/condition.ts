import { UNKNOWN } from "../../../../checks";
import { field, isFields, itemsOf } from "../../document";
import { isScalar, isWholeText } from "./list-functions";
import { Resolver } from "./resolver";

const maxDepth = 32;

/** Stands for a value of a parameter that is none of those to which conditions compare it. */
export const otherValue = Symbol("some other value");

/** The conditions of a template, evaluated for values of its parameters. */
export class ConditionReader {
    private readonly resolver: Resolver;

    constructor(
        private readonly template: unknown,
        /** Texts, or {@link otherValue}; a parameter that is not in it has its default. */
        private readonly values: ReadonlyMap<string, unknown>,
    ) {
        const parameters = [...values].map(([name, value]) => [name, value === otherValue ? UNKNOWN : value] as const);
        this.resolver = new Resolver(template, { conditions: new Map(), parameters: new Map(parameters) });
    }

    /** Undefined where it is not known. */
    isTrue(name: string): boolean | undefined {
        return this.evaluated(field(this.template, "Conditions", name), 0);
    }

    private evaluated(expression: unknown, depth: number): boolean | undefined {
        if (depth > maxDepth || !isFields(expression)) {
            return undefined;
        }
        const [name, argument] = Object.entries(expression)[0] ?? [];
        const operands = itemsOf(argument);
        const inner = () => operands.map((operand) => this.evaluated(operand, depth + 1));
        switch (name) {
            case "Condition":
                return this.evaluated(field(this.template, "Conditions", String(argument)), depth + 1);
            case "Fn::Not": {
                const [value] = inner();
                return value === undefined ? undefined : !value;
            }
            case "Fn::And":
                return decided(inner(), false);
            case "Fn::Or":
                return decided(inner(), true);
            case "Fn::Equals":
                return this.equal(operands[0], operands[1]);
            default:
                return undefined;
        }
    }

    private equal(one: unknown, other: unknown): boolean | undefined {
        const [left, right] = [this.operand(one), this.operand(other)];
        if (isWholeText(left) && isWholeText(right)) {
            return left === right;
        }
        return (left === otherValue && isWholeText(right)) || (right === otherValue && isWholeText(left))
            ? false
            : undefined;
    }

    private operand(value: unknown): unknown {
        const name = field(value, "Ref");
        if (typeof name === "string" && this.values.has(name)) {
            return this.values.get(name);
        }
        const resolved = this.resolver.resolve(value).value;
        return isScalar(resolved) ? String(resolved) : resolved;
    }
}

/** Of several values one decides; without it, all must be known. */
function decided(values: readonly (boolean | undefined)[], deciding: boolean): boolean | undefined {
    return values.includes(deciding) ? deciding : values.includes(undefined) ? undefined : !deciding;
}

/** The names of all conditions on which values depend. */
export function conditionsIn(value: unknown): readonly string[] {
    if (Array.isArray(value)) {
        return value.flatMap(conditionsIn);
    }
    if (!isFields(value)) {
        return [];
    }
    const [name] = [field(value, "Fn::If")].flat();
    return [...(typeof name === "string" ? [name] : []), ...Object.values(value).flatMap(conditionsIn)];
}
