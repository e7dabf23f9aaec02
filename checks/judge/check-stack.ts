import { componentTypes } from "../../contract";
import type { Configuration } from "../configuration/read-configuration";
import { readStack } from "../stack/read-stack";
import { isInferenceStarter } from "../stack/inference-starter";
import { launchesNeuron } from "../stack/instances";
import type { SourceResource } from "../stack/source-resource";
import type { Known } from "../../ecs/known";
import { isInferenceTask } from "../../ecs/task/inference-task";
import type { Stack } from "../stack/stack";
import type { CheckedResource } from "../stack/stack-resources";
import type { Finding } from "./finding";
import { judge } from "./judge";

const components: readonly string[] = Object.values(componentTypes);

/** What the checks say of a whole stack. */
export interface CheckedStack {
    /** The ids of the resources that rules checked. */
    readonly checked: readonly string[];
    /** Whether something of Neuron is among them, or may be. */
    readonly concernsNeuron: boolean;
    readonly findings: readonly Finding[];
}

/** Reads the resources of a whole stack, and judges them by every rule as it is configured. Never throws. */
export function checkStack(resources: readonly SourceResource[], configuration: Configuration): CheckedStack {
    const stack = readStack(resources);
    const checked = [...stack.taskDefinitions, ...stack.starters, ...stack.launchTemplates, ...stack.scalableTargets];
    return {
        checked: checked.map(({ id }) => id),
        concernsNeuron:
            resources.some(({ type }) => components.includes(type)) ||
            checked.some((resource) => isForNeuron(resource, stack) !== false),
        findings: checked.flatMap((resource) => judge(resource, stack, configuration)),
    };
}

function isForNeuron(resource: CheckedResource, stack: Stack): Known<boolean> {
    switch (resource.kind) {
        case "taskDefinition":
            return isInferenceTask(resource.task);
        case "taskStarter":
            return isInferenceStarter(resource);
        case "launchTemplate":
            return launchesNeuron(resource, stack);
        case "scalableTarget":
            // Its service tells.
            return false;
    }
}
