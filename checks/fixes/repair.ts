import type { Configuration } from "../configuration/read-configuration";
import { judge } from "../judge/judge";
import type { Finding } from "../judge/finding";
import { rules } from "../rules";
import { Stack } from "../stack/stack";
import { readTaskDefinition } from "../../ecs/task/read-task-definition";
import { edited } from "./apply";
import type { Edit, Fix } from "./fix";

/** The rules that can repair what they reject. */
export const fixableRules: readonly string[] = rules.filter(({ isFixable }) => isFixable).map(({ name }) => name);

/** What was changed, and for which rule. */
export interface Change extends Fix {
    readonly rule: string;
}

/** A task definition, in whatever form {@link readTaskDefinition} reads, and the id of the resource that it is of. */
export interface Repairable {
    readonly id: string;
    readonly definition: object;
    /** Whether an edit can be made where the definition stands; by default, each can. */
    readonly isEditable?: (edit: Edit) => boolean;
}

/**
 * Repairs a task definition where rules are not switched off for it: it applies each fix of a violation after which no
 * rule finds more than before, until none is left. What is unknown, or could be meant in another way, is left alone. A
 * second time it changes nothing.
 *
 * @param only the rules whose violations are repaired; by default all that can be
 */
export function repair(
    { id, definition, isEditable = () => true }: Repairable,
    configuration: Configuration,
    only: readonly string[] = fixableRules,
): { readonly definition: object; readonly changes: readonly Change[] } {
    const changes: Change[] = [];
    let [fixed, findings] = [definition, findingsOf(id, definition, configuration)];
    for (let before = -1; before < changes.length;) {
        before = changes.length;
        for (const finding of findings) {
            if (finding.kind !== "violation" || finding.fix === undefined || !only.includes(finding.rule)) {
                continue;
            }
            const { rule, fix } = finding;
            if (!fix.edits.every(isEditable)) {
                continue;
            }
            const candidate = fix.edits.reduce((whole, edit) => edited(whole, edit), fixed);
            const left = findingsOf(id, candidate, configuration);
            if (isBetter(countsOf(left), countsOf(findings), rule)) {
                [fixed, findings] = [candidate, left];
                changes.push({ rule, ...fix });
            }
        }
    }
    return { definition: fixed, changes };
}

function findingsOf(id: string, definition: object, configuration: Configuration): readonly Finding[] {
    const task = readTaskDefinition(definition);
    // Stryker disable next-line BooleanLiteral: no rule over a task definition looks at the stack around it
    return judge({ kind: "taskDefinition", places: [], id, task }, new Stack(true), configuration);
}

/** How often each rule is broken; one that is switched off never is. */
function countsOf(findings: readonly Finding[]): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const { kind, rule } of findings) {
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
