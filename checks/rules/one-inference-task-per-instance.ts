import { onePerInstance } from "../../contract";
import { known } from "../known";
import { fargateOf, readingTask, taskOf } from "../stack/inference-service";
import { conflicts } from "../stack/neighbours";
import { named, type Service, type StackTaskDefinition } from "../stack/stack-resources";
import { staticHostPorts } from "../task/host-ports";
import type { Common } from "../task/sharing";
import type { Rule } from "./rule";
import { sources } from "./sources";

const path = "placementConstraints";
const remedy = `add the placement constraint {"type": "${onePerInstance.type}"}`;

export const oneInferenceTaskPerInstance: Rule = {
    name: "one-inference-task-per-instance",
    summary:
        "Each task of an inference service has an instance of its own, unless the tasks that can share one see " +
        "different devices and use different sockets.",
    severity: "medium",
    level: "advisory",
    why:
        "Two daemons on one instance compete for its chips, and where the socket lies on a path of the instance, the " +
        "model containers of one task talk to the daemon of the other.",
    fix:
        `Give the service the placement constraint {"type": "${onePerInstance.type}"}, or give the tasks disjoint ` +
        "device lists and volumes without a path on the instance.",
    sources: [sources.inferenceGuide],
    *perService(service, stack) {
        if (
            fargateOf(service) !== undefined ||
            known(service.schedulingStrategy, "schedulingStrategy") === "DAEMON" ||
            isDistinct(service)
        ) {
            return;
        }
        const task = taskOf(service);
        const subject = `service ${named(service.id)}`;
        if (task === undefined || ownTasksMeet(service, task)) {
            yield {
                path,
                message:
                    `two tasks of ${subject} can be placed on one instance, where they compete for the same ` +
                    "Inferentia " +
                    `devices: ${remedy}`,
            };
            return;
        }
        for (const { other, common } of conflicts(service, task, stack)) {
            yield {
                path,
                message:
                    `a task of ${subject} and one of service ${named(other.id)} can be placed on one instance, ` +
                    `where they share ${words(common)}: ${remedy}, and keep the two services apart`,
            };
        }
    },
};

function isDistinct(service: Service): boolean {
    const types = known(service.placementConstraints, path).map(({ type }) => type);
    return types.includes(onePerInstance.type)
        ? true
        : types.map((type) => known(type, path)).includes(onePerInstance.type);
}

/**
 * Whether two tasks of the service fit on one instance: not when both would hold one of its ports, nor when there is
 * only one.
 */
function ownTasksMeet(service: Service, task: StackTaskDefinition): boolean {
    const alone =
        known(service.desiredCount, "desiredCount") === 1 &&
        known(service.maximumPercent, "deploymentMaximumPercent") === 100;
    return !alone && readingTask(task, staticHostPorts).length === 0;
}

function words({ devices, socket }: Common): string {
    return [
        ...(devices ? ["Inferentia devices"] : []),
        ...(socket === undefined ? [] : ["the socket on the instance"]),
    ].join(" and ");
}
