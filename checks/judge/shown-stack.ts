import type { Configuration } from "../configuration/read-configuration";
import { rulesOver } from "../rules";
import { GrowingStack, readStack } from "../stack/read-stack";
import type { SourceResource } from "../stack/source-resource";
import { messageOf } from "../phrasing/sentence";
import type { Finding } from "./finding";
import { judge } from "./judge";

/** What was said of one resource when it was shown. */
export interface ShownResource {
    /** The names of the rules that checked it. */
    readonly checkedBy: ReadonlySet<string>;
    readonly findings: readonly Finding[];
}

/**
 * Judges a stack whose resources an engine shows one after the other, before it makes each, and in the end as a whole.
 *
 * A task definition is checked when it is shown. So is a starter or launch template by the rules that are mandatory, as
 * far as what was shown before decides it; the whole stack shows the rest.
 */
export class ShownStack {
    private readonly growing = new GrowingStack();
    private readonly saidByResource = new Map<string, ReadonlySet<string>>();

    constructor(private readonly configuration: Configuration) {}

    /** Checks a resource before it is created; undefined for those that no rule is about. Never throws. */
    show(resource: SourceResource): ShownResource | undefined {
        const { resources, stack } = this.growing.show(resource);
        const [first] = resources;
        if (first === undefined) {
            return undefined;
        }
        const all = resources.flatMap((one) => judge(one, stack, this.configuration));
        if (first.kind === "taskDefinition") {
            return { checkedBy: taskRuleNames, findings: all };
        }
        const checkedBy = new Set(
            rulesOver[first.kind].filter((rule) => this.isMandatory(rule)).map(({ name }) => name),
        );
        const findings = all.filter(({ rule, kind }) => checkedBy.has(rule) && kind !== "unknown");
        this.saidByResource.set(resource.id, new Set(findings.map(textOf)));
        return { checkedBy, findings };
    }

    /**
     * Judges the starters, launch templates and scalable targets of the whole stack; what was said of them before is
     * not said again.
     */
    whole(resources: readonly SourceResource[]): readonly Finding[] {
        const stack = readStack(resources);
        return [...stack.starters, ...stack.launchTemplates, ...stack.scalableTargets].flatMap((resource) => {
            const said = this.saidByResource.get(resource.id);
            return judge(resource, stack, this.configuration).filter((finding) => said?.has(textOf(finding)) !== true);
        });
    }

    private isMandatory(rule: Parameters<Configuration["level"]>[0]): boolean {
        const level = this.configuration.level(rule);
        return level === "mandatory" || level === "remediate";
    }
}

const taskRuleNames = new Set(rulesOver.taskDefinition.map(({ name }) => name));

function textOf(finding: Finding): string {
    return `${finding.rule}\n${messageOf(finding)}`;
}
