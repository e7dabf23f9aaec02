import { healthCheckGraceSeconds, leastServerStartSeconds } from "../../contract";
import { named } from "../phrasing/names";
import { inParts, known, Undecided, UNKNOWN } from "../../ecs/known";
import { rolesOf } from "../../ecs/task/roles";
import type { Container, TaskDefinition } from "../../ecs/task/task-definition";
import { perLoadBalancer, reading, readingTask, taskOf } from "../stack/inference-starter";
import type { ServiceLoadBalancer, StackTaskDefinition, TaskStarter } from "../stack/stack-resources";
import type { Rule, Violation } from "./rule";
import { sources } from "./sources";

export const healthCheckGracePeriod: Rule = {
    name: "health-check-grace-period",
    summary: "A service gives its model time to load before health checks that fail end a task.",
    severity: "medium",
    level: "advisory",
    why:
        "Without a grace period, Amazon ECS stops a task as soon as its target group, or the health check of its " +
        "container, finds it unhealthy. A model that loads for longer never serves: ECS starts one task after the " +
        `other, and a deployment fails. A vLLM server on Neuron takes at least ${leastServerStartSeconds} seconds; a ` +
        "model that loads in a few needs none of this.",
    fix:
        "Set healthCheckGracePeriodSeconds to as many seconds as the model may take to load, such as " +
        `${healthCheckGraceSeconds}; or let the check fail later: of a target group by its interval and unhealthy ` +
        "threshold, of a container by its startPeriod, which is 300 at most, its interval and its retries.",
    sources: [sources.createService, sources.targetGroupChecks, sources.containerHealthCheck, sources.vllmQuickstart],
    *perStarter(service) {
        const grace = service.healthCheckGracePeriodSeconds;
        if (!service.isService || (typeof grace === "number" && grace > 0)) {
            return;
        }
        let isTold = false;
        yield* inParts(
            function* () {
                for (const violation of perLoadBalancer(service, (balancer, task) =>
                    ofGroup(balancer, task, service),
                )) {
                    isTold = true;
                    yield violation;
                }
            },
            // Once is enough: the remedy is the same.
            () => (isTold ? undefined : ofContainers(service)),
        );
    },
};

/** The health checks of the containers that serve a model. */
function* ofContainers(service: TaskStarter): Iterable<Violation> {
    const definition = taskOf(service);
    if (definition === undefined) {
        return;
    }
    const [early] = readingTask(definition, (task) =>
        known(task.containers, ["containerDefinitions"]).filter((one) => failsEarly(one, task)),
    );
    if (early !== undefined) {
        yield {
            path: gracePath,
            ...without(service),
            problem:
                `the health check of container ${named(String(early.name))} finds it unhealthy after ` +
                `${String(early.unhealthyAfter)} seconds, and ECS then stops its task`,
            remedy,
        };
    }
}

/** Whether a model's container is unhealthy before a server has surely started. @throws Undecided */
function failsEarly(container: Container, task: TaskDefinition): boolean {
    const { unhealthyAfter, path } = container;
    if (unhealthyAfter === 0 || (unhealthyAfter !== UNKNOWN && unhealthyAfter >= leastServerStartSeconds)) {
        return false;
    }
    const role = rolesOf(task).all.find((one) => one.container === container);
    return known(role?.part, path) === "model" && known(unhealthyAfter, path, "healthCheck") !== 0;
}

const gracePath = ["healthCheckGracePeriodSeconds"];
const remedy = `give as many seconds as the model may take to load, such as ${healthCheckGraceSeconds}`;

/** What a service has of it. @throws Undecided */
function without(service: TaskStarter): Pick<Violation, "subject" | "given"> {
    const grace = known(service.healthCheckGracePeriodSeconds, gracePath);
    return { subject: service.title, given: `has ${grace === undefined ? "no" : "0"} healthCheckGracePeriodSeconds` };
}

function* ofGroup(
    { path, containerName, targetGroup }: ServiceLoadBalancer,
    definition: StackTaskDefinition,
    service: TaskStarter,
): Iterable<Violation> {
    const arn = [...path, "targetGroupArn"];
    const [group, ...others] = known(targetGroup, arn).targets;
    if (group === undefined || containerName === undefined) {
        return;
    }
    if (others.length > 0) {
        throw new Undecided({ path: arn });
    }
    const seconds = reading(group, () => known(group.unhealthyAfter, ["health check"]));
    if (seconds >= leastServerStartSeconds) {
        return;
    }
    const name = known(containerName, path, "containerName");
    if (readingTask(definition, (task) => servesModel(name, task))) {
        yield {
            path: gracePath,
            ...without(service),
            problem:
                `its target group ${named(group.id)} finds a task unhealthy after ${seconds} seconds of failed ` +
                "checks, and ECS then stops it",
            remedy,
        };
    }
}

/** Whether the container of a name serves a model. @throws Undecided */
function servesModel(name: string, task: TaskDefinition): boolean {
    const { all } = rolesOf(task);
    const role = all.find(({ container }) => container.name === name);
    const perhaps = role === undefined ? all.find(({ container }) => container.name === UNKNOWN) : undefined;
    if (perhaps !== undefined) {
        throw new Undecided({ path: [...perhaps.container.path, "name"] });
    }
    return role !== undefined && known(role.part, role.container.path) === "model";
}
