import { Runtime } from "../../contract";
import type { Configuration } from "../configuration/read-configuration";
import type { TaskOptions, TaskRule, Violation } from "../rules/rule";
import type { CheckedResource } from "../stack/stack-resources";
import { judgeTask } from "./judge-task";

const all = Object.values(Runtime);

/** The option, and its value that accepts every runtime. */
export const allRuntimes = { name: "runtimes", value: all } as const;

/** The violations of a rule that it would not find if every runtime were accepted. */
export function acceptedByRuntimes(
    rule: TaskRule,
    violations: readonly Violation[],
    resource: CheckedResource,
    configuration: Configuration,
    placedTypes?: TaskOptions["placedTypes"],
): ReadonlySet<Violation> {
    if (rule.options?.includes("runtimes") !== true || resource.kind !== "taskDefinition") {
        return new Set();
    }
    const still = judgeTask(rule, resource.task, {
        ...configuration.options(rule.name),
        placedTypes,
        runtimes: all,
    });
    // What is then not decided is not accepted.
    const left = new Set(still.violations.map(told));
    return still.undecided.length > 0 ? new Set() : new Set(violations.filter((one) => !left.has(told(one))));
}

/** What is wrong; what there is to do about it depends on the runtimes. */
function told(violation: Violation): string {
    return JSON.stringify({ ...violation, remedy: "" });
}
