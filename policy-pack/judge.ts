import { UNKNOWN, Undecided } from "./knowledge";
import type { TaskRule, Violation } from "./rules/rule";
import type { TaskDefinition } from "./task-definition/model";
import { isInferenceTask, neuronTask } from "./task-definition/neuron";

/** Which task definitions are judged: those that are for inference, or all. */
export const Scope = { Auto: "auto", All: "all" } as const;
export type Scope = (typeof Scope)[keyof typeof Scope];

/** What one rule says of one task definition. */
export interface Outcome {
    readonly violations: readonly Violation[];
    /** The paths of values that are not known, and without which the rule cannot say more. */
    readonly undecided: readonly string[];
}

/** Judges a task definition by one rule. Total: a rule that crashes is a violation, never an exception and never a pass. */
export function judge(rule: TaskRule, task: TaskDefinition, scope: Scope = Scope.Auto): Outcome {
    const violations: Violation[] = [];
    const undecided = new Set<string>();
    const attempt = (part: () => Iterable<Violation> | undefined) => {
        try {
            for (const violation of part() ?? []) {
                violations.push(violation);
            }
        } catch (error) {
            if (error instanceof Undecided) {
                undecided.add(error.path);
            } else {
                violations.push(crashed(rule));
            }
        }
    };

    const inference = scope === Scope.All ? true : isInferenceTask(task);
    if (inference === false) {
        return { violations: [], undecided: [] };
    }
    if (inference === UNKNOWN) {
        return { violations: [], undecided: [task.containers === UNKNOWN ? "containerDefinitions" : "container definitions"] };
    }
    attempt(() => {
        const parts = neuronTask(task);
        attempt(() => rule.perTask?.(task, parts));
        parts.sidecars.forEach((sidecar) => attempt(() => rule.perSidecar?.(sidecar, task)));
        const [sidecar, ...more] = parts.sidecars;
        if (sidecar !== undefined && more.length === 0) {
            parts.models.forEach((model) => attempt(() => rule.perModel?.(model, sidecar, task)));
        }
        return undefined;
    });
    return { violations, undecided: [...undecided] };
}

/** The text says nothing of the error: it could quote a value. */
function crashed(rule: TaskRule): Violation {
    return {
        path: "containerDefinitions",
        message: `the rule ${rule.name} could not judge this task definition, because of an error of its own; it is refused, because it was not checked: please report it`,
    };
}

