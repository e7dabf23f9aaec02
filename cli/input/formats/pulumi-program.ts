import { UNKNOWN, type SourceResource } from "../../../checks";
import { field, isFields, type Document, type Fields, type Place } from "../document";

const maxDepth = 32;

/**
 * A program in Pulumi YAML: `Pulumi.yaml` or `Main.yaml`. Its plain variables, and defaults of its configuration, are
 * known; what a resource or a function gives is not.
 *
 * Source: Pulumi documentation, Pulumi YAML language reference.
 */
export function readPulumiProgram(data: unknown): Document | undefined {
    const declared = field(data, "resources");
    const all = Object.entries(isFields(declared) ? declared : {});
    if (all.length === 0 || !all.every(([, one]) => /^[\w-]+(?::[\w/-]+)+$/.test(String(field(one, "type"))))) {
        return undefined;
    }
    const program = new Program(data);
    const resources = all.map(([id, one]): SourceResource => {
        const given = field(one, "properties");
        const read = Object.entries(isFields(given) ? given : {}).map(([key, value]) => {
            const used = new Set<string>();
            return [key, program.property(key, value, used), [...used]] as const;
        });
        return {
            id,
            type: fullType(String(field(one, "type"))),
            properties: Object.fromEntries(read.map(([key, value]) => [key, value])),
            dependencies: Object.fromEntries([
                ...read.map(([key, , used]) => [key, used] as const),
                ...itemsWithin(isFields(given) ? given : {}).map(([key, item]) => [key, program.usedIn(item)] as const),
            ]),
        };
    });
    const places = new Map<string, Place>(all.map(([id]) => [id, ["resources", id, "properties"]]));
    const stepsFrom = (node: unknown) => (field(node, toJson) === undefined ? [] : [toJson]);
    return { format: "Pulumi YAML program", resources, places, choices: { stepsFrom, isNothing: () => false } };
}

/** The items of each list, under `property[0]`. */
function itemsWithin(given: Fields): readonly (readonly [string, unknown])[] {
    return Object.entries(given).flatMap(([key, list]) =>
        Array.isArray(list) ? list.map((item, index) => [`${key}[${index}]`, item] as const) : [],
    );
}

const toJson = "fn::toJSON";

/** `aws:ecs:Service` is short for `aws:ecs/service:Service`. */
function fullType(type: string): string {
    const [provider, module, name, ...more] = type.split(":");
    return provider !== "aws" || module === undefined || name === undefined || more.length > 0 || module.includes("/")
        ? type
        : `${provider}:${module}/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`;
}

class Program {
    constructor(private readonly data: unknown) {}

    /** The resources of which a value is made. */
    usedIn(given: unknown): readonly string[] {
        const used = new Set<string>();
        this.value(given, used, 0);
        return [...used];
    }

    /** The value of a property; user data keeps the names of what is not known, which the shell reads as variables. */
    property(key: string, given: unknown, used: Set<string>): unknown {
        const script = isFields(given) ? given["fn::toBase64"] : given;
        const isScript = /^userData(?:Base64)?$/.test(key) && typeof script === "string";
        return isScript && !/^\$\{[^}]+\}$/.test(script)
            ? this.replaced(script, used, 0, (name) => `\${${name}}`)
            : this.value(given, used, 0);
    }

    /** A value, as far as the program alone decides it. @param used collects the resources that it comes from */
    value(given: unknown, used: Set<string>, depth: number): unknown {
        if (depth > maxDepth) {
            return UNKNOWN;
        }
        if (typeof given === "string") {
            return this.text(given, used, depth);
        }
        if (Array.isArray(given)) {
            return given.map((item) => this.value(item, used, depth + 1));
        }
        if (!isFields(given)) {
            return given;
        }
        const read = Object.entries(given).map(([key, item]) => [key, this.value(item, used, depth + 1)] as const);
        const [first] = read;
        if (first?.[0].startsWith("fn::") === true) {
            const [name, value] = first;
            const isEncoded = name === "fn::toBase64" && typeof value === "string";
            const plain = [toJson, "fn::secret"].includes(name) ? value : UNKNOWN;
            return isEncoded ? Buffer.from(value).toString("base64") : plain;
        }
        return Object.fromEntries(read);
    }

    private text(given: string, used: Set<string>, depth: number): unknown {
        const whole = /^\$\{([^}]+)\}$/.exec(given)?.[1];
        if (whole !== undefined) {
            return this.named(whole, used, depth);
        }
        let isKnown = true;
        const replaced = this.replaced(given, used, depth, () => {
            isKnown = false;
            return "";
        });
        return isKnown ? replaced : this.inText(given, used, depth);
    }

    /** What is not known in a text of JSON hides nothing besides. */
    private inText(text: string, used: Set<string>, depth: number): unknown {
        try {
            return this.value(JSON.parse(text), used, depth + 1);
        } catch {
            return UNKNOWN;
        }
    }

    /** A text with its values. @param unknown what stands for one that is not known, by the name of what it is of */
    private replaced(given: string, used: Set<string>, depth: number, unknown: (name: string) => string): string {
        return given.replace(/\$(\$?)\{([^}]+)\}/g, (_, escape: string, name: string) => {
            const value = escape === "" ? this.named(name, used, depth) : `\${${name}}`;
            return typeof value === "string" || typeof value === "number"
                ? String(value)
                : unknown(/^[\w-]+/.exec(name)?.[0] ?? "");
        });
    }

    private named(path: string, used: Set<string>, depth: number): unknown {
        const name = /^[\w-]+/.exec(path)?.[0] ?? "";
        if (field(this.data, "resources", name) !== undefined) {
            used.add(name);
            return UNKNOWN;
        }
        const set = name === path ? this.setting(name) : undefined;
        return set === undefined ? UNKNOWN : this.value(set, used, depth + 1);
    }

    private setting(name: string): unknown {
        const configured = field(this.data, "configuration", name) ?? field(this.data, "config", name);
        return field(this.data, "variables", name) ?? field(configured, "default");
    }
}
