import { serviceDefaults } from "../../contract";
import { known, Undecided, UNKNOWN } from "../../ecs/known";
import { deploymentSteps, instancesToDeploy, isRolling, type Deployment } from "../../ecs/service/deployment";
import { fargateOf, readingTask, taskOf } from "../stack/inference-starter";
import { groupsOf, maxInstances } from "../stack/instances";
import { type Stack } from "../stack/stack";
import type { TaskStarter } from "../stack/stack-resources";
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
    *perStarter(service, stack) {
        const task =
            service.isService &&
            fargateOf(service) === undefined &&
            known(service.schedulingStrategy, ["schedulingStrategy"]) !== "DAEMON"
                ? taskOf(service)
                : undefined;
        const held = task === undefined ? [] : readingTask(task, staticHostPorts);
        const ports = [...new Set(held.map(({ port }) => port))];
        if (ports.length === 0) {
            return;
        }
        // Once it has a task.
        const desiredCount = Math.max(known(service.desiredCount, ["desiredCount"]) ?? serviceDefaults.desiredCount, 1);
        const strategies = service.strategy === UNKNOWN ? ["ROLLING", "BLUE_GREEN"] : [service.strategy];
        const deployments = strategies.map((strategy) => ({ ...service, desiredCount, strategy }));
        const [deployment, ...others] = deployments.filter((one) => isStuck(one, service, stack));
        if (deployment === undefined) {
            return;
        }
        if (others.length + 1 < deployments.length) {
            throw new Undecided({ path: ["deploymentConfiguration", "strategy"] });
        }
        const instances = maxInstances(groupsOf(service, stack));
        const [proceeds, remedy] = isRolling(deployment)
            ? ["must start a new task before it stops an old one", "allow one more, lower the minimum healthy percent"]
            : [
                  "that is not ROLLING runs all new tasks beside the old ones",
                  `allow ${instancesToDeploy(deployment)}, deploy by ROLLING`,
              ];
        yield {
            path: ["deploymentConfiguration"],
            subject: `the ${desiredCount === 1 ? "task" : `${desiredCount} tasks`} of ${service.title}`,
            given:
                `${desiredCount === 1 ? "holds" : "hold"} the host port${ports.length === 1 ? "" : "s"} ` +
                `${ports.join(", ")}, and a deployment ${proceeds}`,
            problem: instances === 1 ? "there is at most 1 instance" : `there are at most ${instances} instances`,
            remedy: `${remedy}, or use dynamic ports (hostPort 0)`,
        };
    },
};

/** Whether a deployment starts tasks, before it stops any, for which there are too few instances. @throws Undecided */
function isStuck(deployment: Deployment, service: TaskStarter, stack: Stack): boolean {
    const { stopsFirst, startsFirst } = deploymentSteps(deployment);
    const startsTasks = !isRolling(deployment) || (startsFirst && !stopsFirst);
    return startsTasks && maxInstances(groupsOf(service, stack)) < instancesToDeploy(deployment);
}
