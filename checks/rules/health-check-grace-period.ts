import { healthCheckGraceSeconds, leastServerStartSeconds } from "../../contract";
import { named } from "../phrasing/names";
import { known, Undecided, UNKNOWN } from "../../ecs/known";
import { rolesOf } from "../../ecs/task/roles";
import type { TaskDefinition } from "../../ecs/task/task-definition";
import { perLoadBalancer, reading, readingTask } from "../stack/inference-starter";
import type { ServiceLoadBalancer, StackTaskDefinition, TaskStarter } from "../stack/stack-resources";
import type { Rule, Violation } from "./rule";
import { sources } from "./sources";

export const healthCheckGracePeriod: Rule = {
    name: "health-check-grace-period",
    summary: "A service behind a load balancer gives its model time to load before health checks that fail end a task.",
    severity: "medium",
    level: "advisory",
    why:
        "Without a grace period, Amazon ECS stops a task as soon as the target group finds it unhealthy. A model " +
        "that loads for longer never serves: ECS starts one task after the other, and a deployment fails. A vLLM " +
        `server on Neuron takes at least ${leastServerStartSeconds} seconds; a model that loads in a few needs none ` +
        "of this.",
    fix:
        "Set healthCheckGracePeriodSeconds to as many seconds as the model may take to load, such as " +
        `${healthCheckGraceSeconds}; or let the target group fail later, by its interval and unhealthy threshold.`,
    sources: [sources.createService, sources.targetGroupChecks, sources.vllmQuickstart],
    *perStarter(service) {
        const grace = service.healthCheckGracePeriodSeconds;
        if (service.isService && !(typeof grace === "number" && grace > 0)) {
            yield* perLoadBalancer(service, (balancer, definition) => failsEarly(balancer, definition, service));
        }
    },
};

function* failsEarly(
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
        const gracePath = ["healthCheckGracePeriodSeconds"];
        const grace = known(service.healthCheckGracePeriodSeconds, gracePath);
        yield {
            path: gracePath,
            subject: service.title,
            given: `has ${grace === undefined ? "no" : "0"} healthCheckGracePeriodSeconds`,
            problem:
                `its target group ${named(group.id)} finds a task unhealthy after ${seconds} seconds of failed ` +
                "checks, and ECS then stops it",
            remedy: `give as many seconds as the model may take to load, such as ${healthCheckGraceSeconds}`,
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
