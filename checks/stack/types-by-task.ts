import { UNKNOWN, whenKnown } from "../../ecs/known";
import { placedTypes } from "./starter-placement";
import { stackMemo, type Stack } from "./stack";
import type { StackTaskDefinition } from "./stack-resources";

/** The instance types on which what starts tasks of a stack places each definition, where all of them tell. */
export const typesByTask = stackMemo(
    (stack: Stack): ReadonlyMap<StackTaskDefinition, readonly string[] | undefined> => {
        const byTask = new Map<StackTaskDefinition, readonly string[] | undefined>();
        for (const starter of stack.starters) {
            const placed = whenKnown(() => placedTypes(starter, stack)?.types);
            const types = placed === UNKNOWN ? undefined : placed;
            for (const task of starter.taskDefinition === UNKNOWN ? [] : starter.taskDefinition.targets) {
                const before = byTask.get(task);
                byTask.set(task, byTask.has(task) ? types && before && [...before, ...types] : types);
            }
        }
        return byTask;
    },
);
