import { serviceDefaults } from "../../contract";
import { known } from "../../ecs/known";
import { deploymentSteps, instancesToDeploy } from "../../ecs/service/deployment";
import { fargateOf, readingTask, taskOf } from "../stack/inference-service";
import { groupsOf } from "../stack/instances";
import { type Stack } from "../stack/stack";
import { named, type Service } from "../stack/stack-resources";
import { staticHostPorts } from "../../ecs/task/host-ports";
import type { Rule } from "./rule";
import { sources } from "./sources";

export const staticHostPortDeployment: Rule = {
    name: "static-host-port-deployment",
    summary:
        "A deployment of a service whose tasks hold static host ports has an instance to spare, or may stop a task " +
        "first.",
    severity: "medium",
    level: "advisory",
    why:
        "A static port of an instance is held by one task. A deployment that starts the new task before it stops the " +
        "old one finds no instance with a free port, and never ends.",
    fix:
        "Let the Auto Scaling group grow to one instance more than the service has tasks, or lower the minimum " +
        "healthy percent, or set hostPort to 0 for a dynamic port.",
    sources: [sources.portMapping, sources.deploymentConfiguration, sources.rollingUpdate],
    *perService(service, stack) {
        const task =
            fargateOf(service) === undefined && known(service.schedulingStrategy, ["schedulingStrategy"]) !== "DAEMON"
                ? taskOf(service)
                : undefined;
        const ports = task === undefined ? [] : readingTask(task, staticHostPorts);
        if (ports.length === 0) {
            return;
        }
        // Once it has a task.
        const tasks = Math.max(known(service.desiredCount, ["desiredCount"]) ?? serviceDefaults.desiredCount, 1);
        const deployment = { ...service, desiredCount: tasks };
        const { stopsFirst, startsFirst } = deploymentSteps(deployment);
        if (stopsFirst || !startsFirst) {
            return;
        }
        const instances = mostInstances(service, stack);
        if (instances < instancesToDeploy(deployment)) {
            yield {
                path: ["deploymentConfiguration"],
                message:
                    `the ${tasks === 1 ? "task" : `${tasks} tasks`} of service ${named(service.id)} ` +
                    `${tasks === 1 ? "holds" : "hold"} the host port${ports.length === 1 ? "" : "s"} ` +
                    `${ports.join(", ")}, ` +
                    "and a deployment must start a new task before it stops an old one, but there " +
                    `${instances === 1 ? "is" : "are"} at most ${instances} instance${instances === 1 ? "" : "s"}: ` +
                    "allow one more, lower the minimum healthy percent, or use dynamic ports (hostPort 0)",
            };
        }
    },
};

/** How many instances the service's tasks can get; without a limit where the stack shows none. */
function mostInstances(service: Service, stack: Stack): number {
    const sizes = groupsOf(service, stack)?.map(
        ({ maxSize }) => known(maxSize, ["maxSize of the Auto Scaling group"]) ?? Infinity,
    );
    return sizes?.reduce((sum, size) => sum + size, 0) ?? Infinity;
}
