import { UNKNOWN } from "../../../../checks";
import { field, isFields } from "../../document";
import { callIn, hasTransform, placeholder } from "./call";
import type { Case } from "./case";
import { exported, importedId, inSsm, nestedOutput, nestedParameter, type Export, type Exports } from "./exports";
import { branchOf } from "./choices";
import { isScalar, listFunctions } from "./list-functions";
import { defaultOf } from "./parameter";
import { SsmReference, withDynamicReference, withoutSsmReferences } from "./ssm-reference";
import { substitute } from "./substitute";

const maxDepth = 64;

/** The properties that refer to several resources at once: targets of events, and definitions of state machines. */
const namingResources = new Set(["Target", "Targets", "Definition", "DefinitionString", "DefinitionSubstitutions"]);

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
    private used = new Set<string>();
    /** Whether the resource that a value refers to stands in it, as Fn::Sub writes it, in place of its unknown name. */
    private keepsReferences = false;

    constructor(
        private readonly template: unknown,
        private readonly chosen: Case,
        private readonly exports: Exports = new Map(),
        private readonly file = "",
    ) {}

    resolve(value: unknown, key?: string): Resolved {
        this.used = new Set();
        this.keepsReferences = namingResources.has(key ?? "");
        const resolved = withoutSsmReferences(
            key === "DefinitionString" ? this.script(value, 0) : this.value(value, 0),
            key,
        );
        return { value: resolved, resources: [...this.used] };
    }

    /** A text, with what is not known of it as it is written. */
    text(value: unknown): unknown {
        this.keepsReferences = false;
        return this.script(value, 0);
    }

    private value(value: unknown, depth: number): unknown {
        if (depth > maxDepth) {
            return UNKNOWN;
        }
        if (typeof value === "string") {
            return this.dynamic(withDynamicReference(value));
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
                return this.reference(this.nameIn(argument, depth));
            case "Fn::GetAtt":
                return this.attribute(
                    [argument]
                        .flat()
                        .map((part) => this.nameIn(part, depth))
                        .join("."),
                );
            case "Fn::ImportValue":
                return this.imported(exported(this.script(argument, depth), this.exports));
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

    private reference(name: string): unknown {
        if (name === "AWS::NoValue") {
            return undefined;
        }
        if (name.startsWith("AWS::")) {
            // What an account or a region is called decides no rule, and the text around it may.
            return name === "AWS::NotificationARNs" ? UNKNOWN : `\${${name}}`;
        }
        if (this.use(name)) {
            return this.keepsReferences ? `\${${name}}` : UNKNOWN;
        }
        const given = this.exports.get(nestedParameter(this.file, name));
        if (given !== undefined) {
            return this.imported(given);
        }
        return this.dynamic(this.chosen.parameters.get(name) ?? defaultOf(field(this.template, "Parameters", name)));
    }

    /** The value of a parameter of Systems Manager may be of a resource in another template. */
    private dynamic(value: unknown): unknown {
        const kept = value instanceof SsmReference ? this.exports.get(inSsm(value.parameter)) : undefined;
        return kept === undefined ? value : this.imported(kept);
    }

    private imported(one: Export | undefined): typeof UNKNOWN {
        if (one !== undefined) {
            this.used.add(importedId(one));
        }
        return UNKNOWN;
    }

    private substituted(argument: unknown, depth: number, isLenient: boolean): unknown {
        const [text, variables] = Array.isArray(argument) ? (argument as unknown[]) : [argument, {}];
        if (typeof text !== "string") {
            return UNKNOWN;
        }
        const { replaced, isKnown } = substitute(text, (name) => {
            const given = field(variables, name);
            return given === undefined ? this.variable(name.trim()) : this.value(given, depth + 1);
        });
        return isLenient ? replaced : isKnown ? this.dynamic(withDynamicReference(replaced)) : UNKNOWN;
    }

    private variable(name: string): unknown {
        return name.includes(".") ? this.attribute(name) : this.reference(name);
    }

    private attribute(name: string): unknown {
        const output = this.exports.get(nestedOutput(this.file, name));
        if (output !== undefined) {
            return this.imported(output);
        }
        return this.use(name.split(".")[0] ?? "") && this.keepsReferences ? `\${${name}}` : UNKNOWN;
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

    /** Whether there is such a resource. */
    private use(name: string): boolean {
        const isThere = field(this.template, "Resources", name) !== undefined;
        if (isThere) {
            this.used.add(name);
        }
        return isThere;
    }
}

/** What `AWS::NoValue` leaves out is not. */
function isThere(value: unknown): boolean {
    return value !== undefined;
}
