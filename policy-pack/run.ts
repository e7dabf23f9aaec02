import { isDeepStrictEqual } from "node:util";
import type { ResourceValidationArgs, StackValidationArgs } from "@pulumi/policy";
import {
    defaultConfiguration,
    kindOf,
    namesOf,
    readConfiguration,
    ShownStack,
    type Configuration,
    type Finding,
    type ShownResource,
    type SourceResource,
} from "../checks";
import { componentTypes } from "../contract";
import { plainInputs } from "./plain-inputs";

const components: readonly string[] = Object.values(componentTypes);

/** What the rules say, and the policies that have asked for it: one that is disabled never asks. */
export interface Judgement {
    readonly askedBy: Set<string>;
    findings: readonly Finding[];
}

export interface ResourceJudgement extends Judgement {
    readonly source: SourceResource;
    /** The rules that judge such resources before they are created. */
    checkedBy: ShownResource["checkedBy"];
}

type Shown = Pick<ResourceValidationArgs, "type" | "urn" | "props" | "opts">;

interface StackJudgement extends Judgement {
    readonly sources: readonly SourceResource[];
}

/**
 * What the engine has shown in one operation, and what the rules say of it. All policies of the pack share it. The
 * engine shows a resource to one policy after the other, each time as a copy: the first to ask reads and judges it, the
 * others know it by its URN. A policy that asks again is shown the resource anew, perhaps with other inputs.
 */
export class Run {
    /** What was repaired of each resource, in words, and not reported yet. */
    readonly repairs = new Map<string, readonly string[]>();
    private options: Readonly<Record<string, object>> = {};
    private current: Configuration = defaultConfiguration;
    private stack = new ShownStack(this.current);
    private readonly resources = new Map<string, ResourceJudgement>();
    private whole: StackJudgement | undefined;

    get configuration(): Configuration {
        return this.current;
    }

    /**
     * Takes over the options of a policy, of which the SDK shows each policy its own only. What was checked without
     * them is checked again.
     *
     * @throws Error with everything that is wrong in them: the engine lets misspelt names pass
     */
    configure(policy: string, options: object): void {
        if (this.hasOptions(policy, options)) {
            return;
        }
        const all = { ...this.options, [policy]: options };
        const read = readConfiguration(all);
        if ("problems" in read) {
            throw configurationError(read.problems);
        }
        this.options = all;
        this.current = read.configuration;
        this.stack = new ShownStack(this.current);
        for (const judgement of this.resources.values()) {
            Object.assign(judgement, this.shown(judgement.source));
        }
        if (this.whole !== undefined) {
            this.whole.findings = this.stack.whole(this.whole.sources);
        }
    }

    /** Whether a policy has these options. Asked of each policy for each resource: most have none. */
    hasOptions(policy: string, options: object): boolean {
        const known = this.options[policy];
        return known === undefined ? Object.keys(options).length === 0 : isDeepStrictEqual(options, known);
    }

    /** What the rules say of a resource before it is created; undefined for those that no rule is about. */
    judge(policy: string, { type, urn, props, opts }: Shown): ResourceJudgement | undefined {
        if (!concerns(type)) {
            return undefined;
        }
        if (this.whole !== undefined) {
            this.beginOperation();
        }
        const before = this.resources.get(urn);
        const judgement = before?.askedBy.has(policy) === false ? before : this.show({ type, urn, props, opts });
        judgement.askedBy.add(policy);
        return judgement;
    }

    /**
     * What the rules say of the stack that they did not say of its resources before. A policy that asks again is asked
     * about another stack.
     */
    judgeStack(policy: string, { resources }: Pick<StackValidationArgs, "resources">): Judgement {
        if (this.whole === undefined || this.whole.askedBy.has(policy)) {
            const sources = resources.map((resource) => this.withOutputs(resource));
            this.whole = { sources, askedBy: new Set(), findings: this.stack.whole(sources) };
        }
        this.whole.askedBy.add(policy);
        return this.whole;
    }

    /** What was shown of a resource. */
    sourceOf(urn = ""): SourceResource | undefined {
        return this.resources.get(urn)?.source;
    }

    private show({ urn, type, props, opts }: Shown): ResourceJudgement {
        const { parent } = opts;
        const source = { id: urn, type, properties: plainInputs(props), ...(parent !== undefined && { parent }) };
        const judgement = { source, askedBy: new Set<string>(), ...this.shown(source) };
        this.resources.set(urn, judgement);
        return judgement;
    }

    private shown(source: SourceResource): ShownResource {
        return this.stack.show(source) ?? { checkedBy: new Set(), findings: [] };
    }

    /** The whole stack ends an operation: what is shown then belongs to another. */
    private beginOperation(): void {
        this.stack = new ShownStack(this.current);
        this.resources.clear();
        this.whole = undefined;
    }

    /**
     * A resource of the stack by the inputs that the engine has shown: among its outputs are values that the provider
     * fills in, and that are not known at preview. They give what names it.
     */
    private withOutputs(resource: StackValidationArgs["resources"][number]): SourceResource {
        const { urn, type } = resource;
        const outputs = concerns(type) ? plainInputs(resource.props) : {};
        const dependencies = Object.entries(resource.propertyDependencies).map(
            ([property, those]) => [property, those.map((one) => one.urn)] as const,
        );
        return {
            ...(this.resources.get(urn)?.source ?? { id: urn, type, properties: outputs }),
            identifiers: namesOf({ properties: outputs }),
            dependencies: Object.fromEntries(dependencies),
            ...(resource.parent !== undefined && { parent: resource.parent.urn }),
        };
    }
}

/** What an informing policy says more of: findings of one kind, by rules that are not disabled. */
export function left(judgement: Judgement | undefined, kind: Finding["kind"]): readonly Finding[] {
    const { findings = [], askedBy } = judgement ?? {};
    return findings.filter((finding) => finding.kind === kind && askedBy?.has(finding.rule) === true);
}

function concerns(type: string): boolean {
    return kindOf(type) !== undefined || components.includes(type);
}

function configurationError(problems: readonly string[]): Error {
    const message = `the configuration is wrong:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`;
    // The SDK prints an error's stack, which would only show the pack's inside.
    return Object.assign(new Error(message), { stack: message });
}
