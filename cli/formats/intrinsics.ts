import { resolveSsmPrefix } from "../../contract";
import { UNKNOWN } from "../../checks";
import { field, isFields } from "../document";

const mostDepth = 64;

/** A value of a template, as far as the template says it, and the resources of which it is made. */
export interface Resolved {
    readonly value: unknown;
    readonly resources: readonly string[];
}

/**
 * Resolves CloudFormation's intrinsic functions where the template alone decides them: parameters by their defaults,
 * literal mappings, joins and substitutions of these. All else is not known before the stack is there.
 */
export class Intrinsics {
    constructor(
        private readonly template: unknown,
        private readonly resources: ReadonlySet<string>,
    ) {}

    resolve(value: unknown): Resolved {
        const used = new Set<string>();
        return { value: this.value(value, used, 0), resources: [...used] };
    }

    private value(value: unknown, used: Set<string>, depth: number): unknown {
        if (depth > mostDepth) {
            return UNKNOWN;
        }
        if (typeof value === "string") {
            return dynamicReference(value);
        }
        if (Array.isArray(value)) {
            return value.map((item) => this.value(item, used, depth + 1)).filter((item) => item !== undefined);
        }
        if (!isFields(value)) {
            return value;
        }
        const [only, ...more] = Object.keys(value);
        if (only !== undefined && more.length === 0 && (only === "Ref" || only.startsWith("Fn::"))) {
            return this.intrinsic(only, value[only], used, depth + 1);
        }
        return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.value(item, used, depth + 1)]));
    }

    private intrinsic(name: string, argument: unknown, used: Set<string>, depth: number): unknown {
        switch (name) {
            case "Ref":
                return this.reference(argument, used);
            case "Fn::GetAtt":
                this.use(String(Array.isArray(argument) ? argument[0] : argument).split(".")[0] ?? "", used);
                return UNKNOWN;
            case "Fn::Sub":
                return this.substitute(argument, used, depth, false);
            case "Fn::Join":
                return this.join(argument, used, depth);
            case "Fn::Base64":
                // User data is judged as the script that it is, with what is not known left in it.
                return isFields(argument) && "Fn::Sub" in argument
                    ? this.substitute(argument["Fn::Sub"], used, depth, true)
                    : this.value(argument, used, depth);
            case "Fn::FindInMap":
                return this.findInMap(this.value(argument, used, depth));
            default:
                this.value(argument, used, depth);
                return UNKNOWN;
        }
    }

    private reference(name: unknown, used: Set<string>): unknown {
        if (name === "AWS::NoValue") {
            return undefined;
        }
        this.use(String(name), used);
        const parameter = field(this.template, "Parameters", String(name));
        const fallback = field(parameter, "Default");
        if (fallback === undefined) {
            return UNKNOWN;
        }
        const type = field(parameter, "Type");
        return typeof type === "string" &&
            type.startsWith("AWS::SSM::Parameter::Value<") &&
            typeof fallback === "string"
            ? `${resolveSsmPrefix}${fallback}`
            : fallback;
    }

    /** @param lenient leaves a variable that is not known as it is written, instead of making the whole text unknown */
    private substitute(argument: unknown, used: Set<string>, depth: number, lenient: boolean): unknown {
        const [text, variables] = Array.isArray(argument) ? (argument as unknown[]) : [argument, {}];
        if (typeof text !== "string") {
            return UNKNOWN;
        }
        let known = true;
        const replaced = text.replace(/\$\{(!?)([^}]+)\}/g, (whole, literal: string, name: string) => {
            if (literal !== "") {
                return `\${${name}}`;
            }
            // What an account or a region is called decides no rule, and the rest of the text may.
            if (name.startsWith("AWS::")) {
                return whole;
            }
            const given = field(variables, name);
            const value = given === undefined ? this.variable(name, used) : this.value(given, used, depth + 1);
            known &&= typeof value === "string" || typeof value === "number";
            return typeof value === "string" || typeof value === "number" ? String(value) : whole;
        });
        return known || lenient ? dynamicReference(replaced) : UNKNOWN;
    }

    private variable(name: string, used: Set<string>): unknown {
        const [resource = "", attribute] = name.split(".");
        if (attribute === undefined) {
            return this.reference(resource, used);
        }
        this.use(resource, used);
        return UNKNOWN;
    }

    private join(argument: unknown, used: Set<string>, depth: number): unknown {
        const [separator, parts] = Array.isArray(argument) ? (argument as unknown[]) : [];
        const resolved = this.value(parts, used, depth);
        const isText = (part: unknown) => typeof part === "string" || typeof part === "number";
        return typeof separator === "string" && Array.isArray(resolved) && resolved.every(isText)
            ? resolved.join(separator)
            : UNKNOWN;
    }

    private findInMap(argument: unknown): unknown {
        const keys = Array.isArray(argument) ? (argument as unknown[]) : [];
        return keys.length === 3 && keys.every((key) => typeof key === "string")
            ? (field(this.template, "Mappings", ...keys) ?? UNKNOWN)
            : UNKNOWN;
    }

    private use(name: string, used: Set<string>): void {
        if (this.resources.has(name)) {
            used.add(name);
        }
    }
}

/** `{{resolve:ssm:name:version}}` stands for a parameter's value; of secrets nothing is known. */
function dynamicReference(text: string): unknown {
    const whole = /^\{\{resolve:ssm:([^:}]+)(?::\d+)?\}\}$/.exec(text);
    if (whole !== null) {
        return `${resolveSsmPrefix}${whole[1]}`;
    }
    return text.includes("{{resolve:") ? UNKNOWN : text;
}
