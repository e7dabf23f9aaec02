import { UNKNOWN, Undecided } from "../known";
import type { Rule, TaskRule, Violation } from "../rules/rule";
import type { TaskDefinition } from "../task/task-definition";
import { isInferenceTask, neuronTask, unknownSigns } from "../task/roles";

/** Which task definitions are judged: those that are for inference, or all. */
export const Scope = { Auto: "auto", All: "all" } as const;
export type Scope = (typeof Scope)[keyof typeof Scope];

/** What one rule says of one task definition, or of one other resource. */
export interface Outcome {
    readonly violations: readonly Violation[];
    /** The paths of values that are not known, and without which the rule cannot say more. */
    readonly undecided: readonly string[];
}

/**
 * Collects what the parts of a rule say. Total: a part that crashes is a violation, never an exception and never a
 * pass.
 */
export class Judgement {
    readonly violations: Violation[] = [];
    private readonly open = new Set<string>();

    constructor(
        private readonly rule: Rule,
        private readonly subject: string,
        private readonly place: string,
    ) {}

    attempt(part: () => Iterable<Violation> | undefined): void {
        try {
            for (const violation of part() ?? []) {
                this.violations.push(violation);
            }
        } catch (error) {
            if (error instanceof Undecided) {
                this.open.add(error.path);
            } else {
                this.violations.push(this.crashed());
            }
        }
    }

    leaveOpen(path: string): void {
        this.open.add(path);
    }

    get outcome(): Outcome {
        return { violations: this.violations, undecided: [...this.open] };
    }

    /** The text says nothing of the error: it could quote a value. */
    private crashed(): Violation {
        return {
            path: this.place,
            message:
                `the rule ${this.rule.name} could not judge this ${this.subject}, because of an error of its own; it ` +
                "is refused, because it was not checked: please report it",
        };
    }
}

/** Judges a task definition by one rule. Total, as {@link Judgement} is. */
export function judge(rule: TaskRule, task: TaskDefinition, scope: Scope = Scope.Auto): Outcome {
    const judgement = new Judgement(rule, "task definition", "containerDefinitions");
    judgement.attempt(() => {
        const inference = scope === Scope.All || isInferenceTask(task);
        if (inference === UNKNOWN) {
            unknownSigns(task).forEach((path) => judgement.leaveOpen(path));
        } else if (inference) {
            judgeParts(judgement, rule, task);
        }
        return undefined;
    });
    return judgement.outcome;
}

function judgeParts(judgement: Judgement, rule: TaskRule, task: TaskDefinition): void {
    judgement.attempt(() => rule.perDefinition?.(task));
    const containers = task.containers === UNKNOWN ? [] : task.containers;
    containers.forEach((container) => judgement.attempt(() => rule.perContainer?.(container, task)));
    if (task.containers === UNKNOWN && rule.perContainer !== undefined) {
        judgement.leaveOpen("containerDefinitions");
    }
    if (rule.perTask === undefined && rule.perSidecar === undefined && rule.perModel === undefined) {
        return;
    }
    judgement.attempt(() => {
        const parts = neuronTask(task);
        judgement.attempt(() => rule.perTask?.(task, parts));
        parts.sidecars.forEach((sidecar) => judgement.attempt(() => rule.perSidecar?.(sidecar, task)));
        const [sidecar, ...more] = parts.sidecars;
        if (sidecar !== undefined && more.length === 0) {
            parts.models.forEach((model) => judgement.attempt(() => rule.perModel?.(model, sidecar, task)));
            (rule.perModel === undefined ? [] : parts.perhapsModels).forEach((path) => judgement.leaveOpen(path));
        }
        return undefined;
    });
}
