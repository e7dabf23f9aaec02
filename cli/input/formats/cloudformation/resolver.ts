import { UNKNOWN } from "../../../../checks";
import { field, isFields } from "../../document";
import { callIn, hasTransform, placeholder } from "./call";
import type { Case } from "./case";
import { exported, type Exports } from "./exports";
import { branchOf } from "./choices";
import { isScalar, listFunctions } from "./list-functions";
import { TemplateReferences } from "./references";
import { withDynamicReference, withoutSsmReferences } from "./ssm-reference";
import { substitute } from "./substitute";

const maxDepth = 64;

/** A value of a template, as far as the template says it, and the resources that it comes from. */
export interface Resolved {
    readonly value: unknown;
    readonly resources: readonly string[];
}

/**
 * Resolves CloudFormation's intrinsic functions where the template and a case alone decide them. All else is not known
 * before the stack is there.
 */
export class Resolver {
    private readonly references: TemplateReferences;

    constructor(
        private readonly template: unknown,
        private readonly chosen: Case,
        private readonly exports: Exports = new Map(),
        file = "",
    ) {
        this.references = new TemplateReferences(template, chosen, exports, file);
    }

    resolve(value: unknown, key?: string): Resolved {
        this.references.begin(key);
        const resolved = withoutSsmReferences(
            key === "DefinitionString" ? this.script(value, 0) : this.value(value, 0),
            key,
        );
        return { value: resolved, resources: this.references.used };
    }

    /** A text, with what is not known of it as it is written. */
    text(value: unknown): unknown {
        this.references.begin();
        return this.script(value, 0);
    }

    private value(value: unknown, depth: number): unknown {
        if (depth > maxDepth) {
            return UNKNOWN;
        }
        if (typeof value === "string") {
            return this.references.dynamic(withDynamicReference(value));
        }
        if (Array.isArray(value)) {
            return value.map((item) => this.value(item, depth + 1)).filter(isThere);
        }
        if (!isFields(value)) {
            return value;
        }
        const call = callIn(value);
        if (call !== undefined) {
            return this.call(call.name, call.argument, depth + 1);
        }
        if (hasTransform(value)) {
            return UNKNOWN;
        }
        const items = Object.entries(value).map(([key, item]) => [key, this.value(item, depth + 1)] as const);
        return Object.fromEntries(items.filter(([, item]) => isThere(item)));
    }

    private call(name: string, argument: unknown, depth: number): unknown {
        switch (name) {
            case "Ref":
                return this.references.reference(this.nameIn(argument, depth));
            case "Fn::GetAtt":
                return this.references.attribute(
                    [argument]
                        .flat()
                        .map((part) => this.nameIn(part, depth))
                        .join("."),
                );
            case "Fn::ImportValue":
                return this.references.imported(exported(this.script(argument, depth), this.exports));
            case "Fn::Sub":
                return this.substituted(argument, depth, false);
            case "Fn::Base64": {
                const text = this.script(argument, depth);
                return typeof text === "string" ? Buffer.from(text).toString("base64") : UNKNOWN;
            }
            case "Fn::If":
                return branchOf(argument, this.chosen.conditions, (one) => this.value(one, depth));
            default: {
                const resolved = this.value(argument, depth);
                const known = Object.hasOwn(listFunctions, name) ? listFunctions[name] : undefined;
                return known?.(resolved, this.template) ?? UNKNOWN;
            }
        }
    }

    /** A name, which AWS::LanguageExtensions lets a function tell. */
    private nameIn(part: unknown, depth: number): string {
        return String(isFields(part) ? this.script(part, depth) : part);
    }

    private substituted(argument: unknown, depth: number, isLenient: boolean): unknown {
        const [text, variables] = Array.isArray(argument) ? (argument as unknown[]) : [argument, {}];
        if (typeof text !== "string") {
            return UNKNOWN;
        }
        const { replaced, isKnown } = substitute(text, (name) => {
            const given = field(variables, name);
            return given === undefined ? this.references.variable(name.trim()) : this.value(given, depth + 1);
        });
        return isLenient ? replaced : isKnown ? this.references.dynamic(withDynamicReference(replaced)) : UNKNOWN;
    }

    /** User data is a script; what is not known stays in it as it is written. */
    private script(argument: unknown, depth: number): unknown {
        const call = isFields(argument) ? callIn(argument) : undefined;
        if (call?.name === "Fn::Sub") {
            return this.substituted(call.argument, depth, true);
        }
        if (call?.name === "Fn::If") {
            return branchOf(call.argument, this.chosen.conditions, (one) => this.script(one, depth + 1));
        }
        const [separator, parts] =
            call?.name === "Fn::Join" && Array.isArray(call.argument) ? (call.argument as unknown[]) : [];
        if (typeof separator === "string" && Array.isArray(parts) && depth < maxDepth) {
            const texts = parts.map((part) => {
                const text = this.script(part, depth + 1);
                return text === undefined || isScalar(text) ? text : placeholder(part);
            });
            return texts.filter(isThere).join(separator);
        }
        return typeof argument === "string" ? argument : this.value(argument, depth);
    }
}

/** What `AWS::NoValue` leaves out is not. */
function isThere(value: unknown): boolean {
    return value !== undefined;
}
