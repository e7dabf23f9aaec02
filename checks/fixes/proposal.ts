import type { Path } from "../../ecs/path";
import type { Container, TaskDefinition } from "../../ecs/task/task-definition";
import type { TaskRule } from "../rules/rule";

/** One value that is set; or added to the end of the list at the path, which may be absent. */
export interface Edit {
    readonly path: Path;
    readonly value: unknown;
    readonly append?: boolean;
}

/** The one right answer to a violation: edits that belong together, and what they do, in words. */
export interface Proposal {
    readonly edits: readonly Edit[];
    readonly note: string;
}

/** What a fix gets of a task with exactly one sidecar. */
export interface FixContext {
    readonly task: TaskDefinition;
    readonly sidecar: Container;
    readonly models: readonly Container[];
}

/** Proposes repairs of what a rule rejects. A part that touches an unknown value ends there, and leaves it alone. */
export interface Fix {
    readonly rule: TaskRule;
    readonly perSidecar?: (context: FixContext) => Iterable<Proposal>;
    readonly perModel?: (model: Container, context: FixContext) => Iterable<Proposal>;
}
