import { serviceDefaults } from "../../contract";
import { known, UNKNOWN } from "../../ecs/known";
import { deploymentSteps, instancesToDeploy, isRolling } from "../../ecs/service/deployment";
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
        "old one, or runs all new tasks beside the old ones, finds no instance with a free port, and never ends.",
    fix:
        "Let the Auto Scaling group grow to one instance more than the service has tasks, or lower the minimum " +
        "healthy percent, or set hostPort to 0 for a dynamic port. A deployment other than ROLLING needs twice the " +
        "instances.",
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
        // Once it has a task. A preview may not know the strategy where the provider computes it.
        const desiredCount = Math.max(known(service.desiredCount, ["desiredCount"]) ?? serviceDefaults.desiredCount, 1);
        const strategy = service.strategy === UNKNOWN ? undefined : service.strategy;
        const deployment = { ...service, desiredCount, strategy };
        const { stopsFirst, startsFirst } = deploymentSteps(deployment);
        if (isRolling(deployment) && (stopsFirst || !startsFirst)) {
            return;
        }
        const instances = mostInstances(service, stack);
        const needed = instancesToDeploy(deployment);
        if (instances < needed) {
            const [proceeds, remedy] = isRolling(deployment)
                ? [
                      "a deployment must start a new task before it stops an old one",
                      "allow one more, lower the minimum healthy percent",
                  ]
                : [
                      `a deployment by ${strategy} runs all new tasks beside the old ones`,
                      `allow ${needed}, deploy by ROLLING`,
                  ];
            yield {
                path: ["deploymentConfiguration"],
                message:
                    `the ${desiredCount === 1 ? "task" : `${desiredCount} tasks`} of service ${named(service.id)} ` +
                    `${desiredCount === 1 ? "holds" : "hold"} the host port${ports.length === 1 ? "" : "s"} ` +
                    `${ports.join(", ")}, and ${proceeds}, but there ` +
                    `${instances === 1 ? "is" : "are"} at most ${instances} instance${instances === 1 ? "" : "s"}: ` +
                    `${remedy}, or use dynamic ports (hostPort 0)`,
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
