import { defaultOptions, Scope } from "../configuration/options";
import { Runtime } from "../../contract";
import { any, UNKNOWN } from "../../ecs/known";
import type { TaskOptions, TaskRule } from "../rules/rule";
import { isInferenceTask, unknownSigns } from "../../ecs/task/inference-task";
import { rolesOf } from "../../ecs/task/roles";
import { meansRuntime, runtimeOf } from "../../ecs/task/runtime";
import type { TaskDefinition } from "../../ecs/task/task-definition";
import { nothing, OutcomeCollector, type Outcome } from "./outcome";

/** Judges a task definition by one rule. Total, as {@link OutcomeCollector} is. */
export function judgeTask(rule: TaskRule, task: TaskDefinition, options: TaskOptions = defaultOptions): Outcome {
    if (rule.runtimes?.every((runtime) => !options.runtimes.includes(runtime)) === true) {
        return nothing;
    }
    const inference = options.scope === Scope.All || isInferenceTask(task);
    if (inference === UNKNOWN) {
        return { violations: [], undecided: unknownSigns(task), isScopeOpen: true };
    }
    if (!inference) {
        return nothing;
    }
    const collector = new OutcomeCollector(rule.name, "task definition", ["containerDefinitions"]);
    judgeParts(collector, rule, task, options);
    return collector.outcome;
}

function judgeParts(collector: OutcomeCollector, rule: TaskRule, task: TaskDefinition, options: TaskOptions): void {
    const { runtimes, perDefinition, perContainer } = rule;
    const isAbout = runtimes === undefined ? true : any(runtimes.map((runtime) => meansRuntime(task, runtime)));
    if (isAbout === UNKNOWN) {
        collector.attempt(() => void runtimeOf(task));
    } else if (isAbout) {
        if (perDefinition !== undefined) {
            collector.attempt(() => perDefinition(task, options));
        }
        if (perContainer !== undefined) {
            if (task.containers === UNKNOWN) {
                collector.addUndecided({ path: ["containerDefinitions"] });
            } else {
                task.containers.forEach((container) => collector.attempt(() => perContainer(container, task)));
            }
        }
        if (rule.perTask !== undefined || rule.perSidecar !== undefined || rule.perModel !== undefined) {
            collector.attempt(() => void judgeRoles(collector, rule, task, options));
        }
    }
}

/** @throws Undecided while it is not known whether the task has a daemon, or which container is its */
function judgeRoles(collector: OutcomeCollector, rule: TaskRule, task: TaskDefinition, options: TaskOptions): void {
    const { perTask, perSidecar, perModel } = rule;
    if (runtimeOf(task) !== Runtime.NeuronRtd || !options.runtimes.includes(Runtime.NeuronRtd)) {
        return;
    }
    const roles = rolesOf(task);
    if (perTask !== undefined) {
        collector.attempt(() => perTask(task, roles, options));
    }
    if (perSidecar !== undefined) {
        roles.sidecars.forEach((sidecar) => collector.attempt(() => perSidecar(sidecar, task, options)));
    }
    const [sidecar, ...more] = roles.sidecars;
    if (perModel !== undefined && sidecar !== undefined && more.length === 0) {
        roles.models.forEach((model) => collector.attempt(() => perModel(model, sidecar, task)));
        roles.perhapsModels.forEach((path) => collector.addUndecided({ path }));
    }
}
