import type { Configuration } from "../configuration/read-configuration";
import { UNKNOWN, whenKnown } from "../../ecs/known";
import { judge } from "../judge/judge";
import { judgeTask } from "../judge/judge-task";
import { Stack } from "../stack/stack";
import { readTaskDefinition } from "../../ecs/task/read-task-definition";
import { rolesOf } from "../../ecs/task/roles";
import { isSidecar } from "../../ecs/task/sidecar";
import type { TaskDefinition } from "../../ecs/task/task-definition";
import { fixAddress } from "./address";
import { edited } from "./apply";
import { fixCapabilities } from "./capabilities";
import type { Edit, Fix, FixContext, Proposal } from "./proposal";
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

/** A task definition, in whatever form {@link readTaskDefinition} reads, and the id of the resource that it is of. */
export interface Repairable {
    readonly id: string;
    readonly definition: object;
}

/**
 * Repairs a task definition where rules are not switched off for it. It changes what has exactly one right answer, and
 * only if no rule then finds more than before; what is unknown, or could be meant in another way, is left alone. A
 * second time it changes nothing.
 *
 * @param only the rules whose violations are repaired; by default all that can be
 */
export function repair(
    { id, definition }: Repairable,
    configuration: Configuration,
    only: readonly string[] = fixableRules,
): { readonly definition: object; readonly changes: readonly Change[] } {
    const wanted = fixes.filter(
        ({ rule }) => only.includes(rule.name) && configuration.suppression(rule.name, id) === undefined,
    );
    const changes: Change[] = [];
    let fixed = definition;
    for (const fix of wanted) {
        for (const proposal of proposals(fix, readTaskDefinition(fixed), configuration)) {
            const candidate = proposal.edits.reduce((before, edit) => edited(before, edit), fixed);
            if (
                isBetter(violations(id, candidate, configuration), violations(id, fixed, configuration), fix.rule.name)
            ) {
                fixed = candidate;
                changes.push({ rule: fix.rule.name, ...proposal });
            }
        }
    }
    return { definition: fixed, changes };
}

function proposals(fix: Fix, task: TaskDefinition, configuration: Configuration): readonly Proposal[] {
    const options = configuration.options(fix.rule.name);
    // Stryker disable next-line ConditionalExpression,BlockStatement: it saves proposals, which would repair nothing
    if (judgeTask(fix.rule, task, options).violations.length === 0) {
        return [];
    }
    const roles = whenKnown(() => rolesOf(task));
    if (roles === UNKNOWN) {
        return [];
    }
    const [sidecar, ...others] = roles.sidecars;
    // Between several daemons the choice would be a guess; so would be a daemon that is known by its behaviour only.
    if (sidecar === undefined || others.length > 0 || isSidecar(sidecar) !== true) {
        return [];
    }
    const context: FixContext = { task, sidecar, models: roles.models };
    const { perSidecar, perModel } = fix;
    const all = [() => perSidecar?.(context), ...roles.models.map((model) => () => perModel?.(model, context))];
    return all.flatMap((part) => {
        const proposed = whenKnown(() => [...(part() ?? [])]);
        return proposed === UNKNOWN ? [] : proposed;
    });
}

/** How often each rule is broken; one that is switched off never is. */
function violations(id: string, definition: object, configuration: Configuration): ReadonlyMap<string, number> {
    const task = readTaskDefinition(definition);
    const counts = new Map<string, number>();
    // Stryker disable next-line BooleanLiteral: no rule over a task definition looks at the stack around it
    for (const { kind, rule } of judge(
        { kind: "taskDefinition", places: [], id, task },
        new Stack(true),
        configuration,
    )) {
        if (kind !== "unknown") {
            counts.set(rule, (counts.get(rule) ?? 0) + 1);
        }
    }
    return counts;
}

/** Whether the rule finds less, and no rule more. */
function isBetter(now: ReadonlyMap<string, number>, then: ReadonlyMap<string, number>, rule: string): boolean {
    const isNotMore = (name: string) => (now.get(name) ?? 0) <= (then.get(name) ?? 0);
    return (now.get(rule) ?? 0) < (then.get(rule) ?? 0) && [...now.keys()].every(isNotMore);
}
