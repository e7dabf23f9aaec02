import { Runtime } from "../../contract";
import type { Configuration } from "../configuration/read-configuration";
import type { TaskRule, Violation } from "../rules/rule";
import type { JudgedResource } from "../stack/stack-resources";
import { judgeTask } from "./judge-task";

const all = Object.values(Runtime);

/** The option, and its value that accepts every runtime. */
export const allRuntimes = { name: "runtimes", value: all } as const;

/** The violations of a rule that it would not find if every runtime were accepted. */
export function acceptedByRuntimes(
    rule: TaskRule,
    violations: readonly Violation[],
    resource: JudgedResource,
    configuration: Configuration,
): ReadonlySet<Violation> {
    if (rule.options?.includes("runtimes") !== true || resource.kind !== "taskDefinition") {
        return new Set();
    }
    const still = judgeTask(rule, resource.task, { ...configuration.options(rule.name), runtimes: all });
    // What is then not decided is not accepted.
    const left = new Set(still.violations.map((one) => JSON.stringify(one)));
    return still.undecided.length > 0 ? new Set() : new Set(violations.filter((one) => !left.has(JSON.stringify(one))));
}
