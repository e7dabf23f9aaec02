import { UNKNOWN, whenKnown } from "../../ecs/known";
import type { Path } from "../../ecs/path";
import { rolesOf } from "../../ecs/task/roles";
import { isSidecar } from "../../ecs/task/sidecar";
import type { Container, TaskDefinition } from "../../ecs/task/task-definition";

/** One value that is set; or added to the end of the list at the path, which may be absent; or taken out. */
export interface Edit {
    readonly path: Path;
    readonly value?: unknown;
    readonly append?: boolean;
    readonly remove?: boolean;
}

/** The one right answer to a violation: edits that belong together, and what they do, in words. */
export interface Fix {
    readonly edits: readonly Edit[];
    readonly note: string;
}

/** What a fix gets of a task with exactly one sidecar. */
export interface FixContext {
    readonly task: TaskDefinition;
    readonly sidecar: Container;
    readonly models: readonly Container[];
}

/**
 * The fix of a violation, as the violation has it; nothing where there is none, or where something that it needs is not
 * known. Between several daemons the choice would be a guess; so would be a daemon that is known by its behaviour only.
 */
export function fixedBy(
    task: TaskDefinition,
    fix: (context: FixContext) => Fix | undefined,
): { readonly fix?: Fix | undefined } {
    const found = whenKnown(() => {
        const { sidecars, models } = rolesOf(task);
        const [sidecar, ...others] = sidecars;
        return sidecar === undefined || others.length > 0 || isSidecar(sidecar) !== true
            ? undefined
            : fix({ task, sidecar, models });
    });
    return found === undefined || found === UNKNOWN ? {} : { fix: found };
}
