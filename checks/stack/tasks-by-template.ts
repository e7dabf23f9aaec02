import { known } from "../../ecs/known";
import { isInferenceStarter, taskOf } from "./inference-starter";
import { groupsOf } from "./instances";
import { stackMemo, type Stack } from "./stack";
import type { LaunchTemplate, StackTaskDefinition } from "./stack-resources";

export interface TasksByTemplate {
    readonly byTemplate: ReadonlyMap<LaunchTemplate, ReadonlySet<StackTaskDefinition>>;
    readonly withoutStarter: readonly StackTaskDefinition[];
}

/** Which task definitions run on the instances of which launch templates. @throws Undecided */
export const tasksByTemplate = stackMemo((stack: Stack): TasksByTemplate => {
    const byTemplate = new Map<LaunchTemplate, Set<StackTaskDefinition>>();
    const run = new Set<StackTaskDefinition>();
    for (const starter of stack.starters.filter((one) => isInferenceStarter(one) !== false)) {
        const task = taskOf(starter);
        const groups = groupsOf(starter, stack) ?? [];
        if (task !== undefined) {
            run.add(task);
            for (const template of groups.flatMap((group) => known(group.launchTemplate, ["launchTemplate"]).targets)) {
                const tasks = byTemplate.get(template) ?? new Set();
                byTemplate.set(template, tasks.add(task));
            }
        }
    }
    return { byTemplate, withoutStarter: stack.taskDefinitions.filter((task) => !run.has(task)) };
});
