import { UNKNOWN } from "../../../../checks";
import { field } from "../../document";
import type { Case } from "./case";
import { importedId, inSsm, nestedOutput, nestedParameter, type Export, type Exports } from "./exports";
import { defaultOf } from "./parameter";
import { SsmReference } from "./ssm-reference";

/** The properties that refer to several resources at once: targets of events, and definitions of state machines. */
const namingResources = new Set(["Target", "Targets", "Definition", "DefinitionString", "DefinitionSubstitutions"]);

/** What the names in a value of a template refer to, and the resources that are named. */
export class TemplateReferences {
    private names = new Set<string>();
    /** Whether the resource that a value refers to stands in it, as Fn::Sub writes it, in place of its unknown name. */
    private keepsReferences = false;

    constructor(
        private readonly template: unknown,
        private readonly chosen: Case,
        private readonly exports: Exports,
        private readonly file: string,
    ) {}

    /** Begins with another value. @param key of the property */
    begin(key = ""): void {
        this.names = new Set();
        this.keepsReferences = namingResources.has(key);
    }

    /** The resources that the value names so far. */
    get used(): readonly string[] {
        return [...this.names];
    }

    /** What `Ref` gives: of a parameter its value, and nothing of `AWS::NoValue`. */
    reference(name: string): unknown {
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
    dynamic(value: unknown): unknown {
        const kept = value instanceof SsmReference ? this.exports.get(inSsm(value.parameter)) : undefined;
        return kept === undefined ? value : this.imported(kept);
    }

    /** What another template exports is known by its resource only. */
    imported(one: Export | undefined): typeof UNKNOWN {
        if (one !== undefined) {
            this.names.add(importedId(one));
        }
        return UNKNOWN;
    }

    /** What `Fn::Sub` puts in the place of a name. */
    variable(name: string): unknown {
        return name.includes(".") ? this.attribute(name) : this.reference(name);
    }

    /** What `Fn::GetAtt` gives of `Resource.Attribute`. */
    attribute(name: string): unknown {
        const output = this.exports.get(nestedOutput(this.file, name));
        if (output !== undefined) {
            return this.imported(output);
        }
        return this.use(name.split(".")[0] ?? "") && this.keepsReferences ? `\${${name}}` : UNKNOWN;
    }

    /** Whether there is such a resource. */
    private use(name: string): boolean {
        const isThere = field(this.template, "Resources", name) !== undefined;
        if (isThere) {
            this.names.add(name);
        }
        return isThere;
    }
}
