import { Runtime, onePerInstance } from "../../contract";
import { known } from "../../ecs/known";
import { sharedOnInstance } from "../../ecs/service/tenant";
import { fargateOf, taskOf } from "../stack/inference-starter";
import { conflicts, tenantOf } from "../stack/neighbours";
import type { Stack } from "../stack/stack";
import type { TaskStarter, StackTaskDefinition } from "../stack/stack-resources";
import type { Common } from "../../ecs/task/sharing";
import type { Rule } from "./rule";
import { sources } from "./sources";

const path = ["placementConstraints"];

export const oneInferenceTaskPerInstance: Rule = {
    name: "one-inference-task-per-instance",
    summary:
        "Each task of an inference service has an instance of its own, unless the tasks that can share one see " +
        "different devices and use different sockets.",
    severity: "medium",
    level: "advisory",
    runtimes: [Runtime.NeuronRtd, Runtime.Libnrt],
    why:
        "Two tasks on one instance compete for its chips, and where a daemon's socket lies on a path of the " +
        "instance, the model containers of one task talk to the daemon of the other.",
    fix:
        `Give the service, not its task definition, the placement constraint {"type": "${onePerInstance.type}"}, or ` +
        "give the tasks disjoint device lists and volumes without a path on the instance.",
    sources: [sources.inferenceGuide],
    *perStarter(service, stack) {
        if (!service.isService || fargateOf(service) !== undefined) {
            return;
        }
        const task = taskOf(service);
        const subject = service.title;
        if (ownTasksMeet(service, task, stack)) {
            yield {
                path,
                subject: `two tasks of ${subject}`,
                problem: "can be placed on one instance, where they compete for the same Neuron devices",
                remedy: `add the placement constraint {"type": "${onePerInstance.type}"} to the service`,
            };
            return;
        }
        for (const { other, common } of task === undefined ? [] : conflicts(service, task, stack)) {
            yield {
                path,
                subject: `a task of ${subject} and one of ${other.title}`,
                problem:
                    `can be placed on one instance, where they share ${words(common)}, which ${onePerInstance.type} ` +
                    "does not prevent",
                remedy:
                    "keep the two services apart, by a capacity provider for each, or by different devices and " +
                    "sockets",
            };
        }
    },
};

function isDistinct(service: TaskStarter): boolean {
    const types = known(service.placementConstraints, path).map(({ type }) => type);
    return types.includes(onePerInstance.type)
        ? true
        : types.map((type) => known(type, path)).includes(onePerInstance.type);
}

/**
 * Whether two tasks of the service fit on one instance, and want the same there: not when each has one of its own, when
 * both would hold one port, when there is only one, or when each takes other cores.
 */
function ownTasksMeet(service: TaskStarter, task: StackTaskDefinition | undefined, stack: Stack): boolean {
    if (known(service.schedulingStrategy, ["schedulingStrategy"]) === "DAEMON" || isDistinct(service)) {
        return false;
    }
    if (task === undefined) {
        return true;
    }
    const isAlone =
        known(service.desiredCount, ["desiredCount"]) === 1 &&
        known(service.maximumPercent, ["deploymentMaximumPercent"]) === 100;
    if (isAlone) {
        return false;
    }
    const own = tenantOf(service, task, stack);
    // They have a socket in common only where they have the daemon's devices in common too.
    return sharedOnInstance(own, own).devices;
}

function words({ devices, socket }: Common): string {
    return [
        ...(devices ? ["Neuron devices"] : []),
        ...(socket === undefined ? [] : ["the socket on the instance"]),
    ].join(" and ");
}
