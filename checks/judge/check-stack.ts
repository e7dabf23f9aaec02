import type { Configuration } from "../configuration/read-configuration";
import { readStack } from "../stack/read-stack";
import type { SourceResource } from "../stack/source-resource";
import type { Finding } from "./finding";
import { judge } from "./judge";

/** What the checks say of a whole stack. */
export interface CheckedStack {
    /** The ids of the resources that rules judged. */
    readonly judged: readonly string[];
    readonly findings: readonly Finding[];
}

/** Reads the resources of a whole stack, and judges them by every rule as it is configured. Never throws. */
export function checkStack(resources: readonly SourceResource[], configuration: Configuration): CheckedStack {
    const stack = readStack(resources);
    const judged = [...stack.taskDefinitions, ...stack.services, ...stack.launchTemplates];
    return {
        judged: judged.map(({ id }) => id),
        findings: judged.flatMap((resource) => judge(resource, stack, configuration)),
    };
}
