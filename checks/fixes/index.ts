import { Undecided } from "../known";
import { defaultOptions, type RuleOptions } from "../configuration/options";
import { judgeConfigured } from "../judge/judge-configured";
import { taskRules } from "../rules";
import type { TaskDefinition } from "../task/task-definition";
import { isInferenceTask, neuronTask } from "../task/roles";
import { readTaskDefinition } from "../task/read-task-definition";
import { fixAddress } from "./address";
import { edited } from "./apply";
import { fixCapabilities } from "./capabilities";
import type { Edit, Fix, Proposal } from "./proposal";
import { isSecret } from "./secret-variable";
import { fixSharedVolume } from "./shared-volume";
import { fixStartsFirst } from "./starts-first";
import { fixVisibleDevices } from "./visible-devices";

/** Everything that has exactly one right answer. The address comes before the mount, which lies above it. */
const fixes: readonly Fix[] = [fixStartsFirst, fixCapabilities, fixAddress, fixSharedVolume, fixVisibleDevices];

/** The rules that can repair what they reject. */
export const fixableRules: readonly string[] = fixes.map(({ rule }) => rule.name);

/** What was changed, and for which rule. */
export interface Change {
    readonly rule: string;
    /** The change in words: the container, and what it now has. */
    readonly note: string;
    readonly edits: readonly Edit[];
}

export interface FixOptions {
    /** The rules whose violations are repaired; by default all that can. */
    readonly rules?: readonly string[];
    /** How each rule is configured; by default not at all. */
    readonly optionsOf?: (rule: string) => RuleOptions;
}

/**
 * Repairs a task definition, in whatever form {@link readTaskDefinition} reads. It changes what has exactly one right
 * answer, and only if no rule then finds more than before; what is unknown, or could be meant in another way, is left
 * alone. A second time it changes nothing.
 */
export function fixTaskDefinition(
    definition: object,
    options: FixOptions = {},
): { readonly definition: object; readonly changes: readonly Change[] } {
    const { rules = fixableRules, optionsOf = () => defaultOptions } = options;
    const changes: Change[] = [];
    let fixed = definition;
    for (const fix of fixes.filter(({ rule }) => rules.includes(rule.name))) {
        for (const proposal of proposals(fix, readTaskDefinition(fixed), optionsOf(fix.rule.name))) {
            const candidate = proposal.edits.reduce((before, edit) => edited(before, edit), fixed);
            if (
                !proposal.edits.some((edit) => isSecret(edit, fixed)) &&
                isBetter(candidate, fixed, fix.rule.name, optionsOf)
            ) {
                fixed = candidate;
                changes.push({ rule: fix.rule.name, ...proposal });
            }
        }
    }
    return { definition: fixed, changes };
}

function proposals(fix: Fix, task: TaskDefinition, options: RuleOptions): readonly Proposal[] {
    if (isInferenceTask(task) !== true || judgeConfigured(fix.rule, task, options).violations.length === 0) {
        return [];
    }
    const parts = whenKnown(() => neuronTask(task));
    const [sidecar, ...others] = parts?.sidecars ?? [];
    // Between several daemons the choice would be a guess.
    if (parts === undefined || sidecar === undefined || others.length > 0) {
        return [];
    }
    const context = { task, sidecar, models: parts.models };
    return [
        ...(whenKnown(() => [...(fix.perSidecar?.(context) ?? [])]) ?? []),
        ...parts.models.flatMap((model) => whenKnown(() => [...(fix.perModel?.(model, context) ?? [])]) ?? []),
    ];
}

function whenKnown<T>(part: () => T): T | undefined {
    try {
        return part();
    } catch (error) {
        if (error instanceof Undecided) {
            return undefined;
        }
        throw error;
    }
}

/** Whether the rule finds less, and no rule more. */
function isBetter(candidate: object, before: object, fixed: string, optionsOf: (rule: string) => RuleOptions): boolean {
    const [now, then] = [candidate, before].map((definition) => {
        const task = readTaskDefinition(definition);
        return new Map(
            taskRules.map((rule) => [rule.name, judgeConfigured(rule, task, optionsOf(rule.name)).violations.length]),
        );
    });
    const difference = (rule: string) => (now?.get(rule) ?? 0) - (then?.get(rule) ?? 0);
    return difference(fixed) < 0 && taskRules.every(({ name }) => difference(name) <= 0);
}
