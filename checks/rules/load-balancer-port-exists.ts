import { named, quoted } from "../phrasing/names";
import { known, Undecided, UNKNOWN } from "../../ecs/known";
import { containersOf } from "../../ecs/task/containers";
import type { Container, TaskDefinition } from "../../ecs/task/task-definition";
import { perLoadBalancer, readingTask } from "../stack/inference-starter";
import type { ServiceLoadBalancer, StackTaskDefinition, TaskStarter } from "../stack/stack-resources";
import type { Rule, Violation } from "./rule";
import { sources } from "./sources";

export const loadBalancerPortExists: Rule = {
    name: "load-balancer-port-exists",
    summary: "A load balancer of a service names a container of its task definition, and a port that this one maps.",
    severity: "high",
    level: "mandatory",
    why:
        "Amazon ECS refuses the service: CreateService and UpdateService answer InvalidParameterException, because " +
        "the container is not in the task definition, or has no such container port.",
    fix:
        "Name the container that serves, and one of its container ports; or add the port to the portMappings of " +
        "that container.",
    sources: [sources.loadBalancer, sources.portMapping, sources.missingPort, sources.missingContainer],
    *perStarter(starter) {
        yield* perLoadBalancer(starter, (balancer, definition) => missing(balancer, definition, starter));
    },
};

function* missing(
    { path, containerName, containerPort }: ServiceLoadBalancer,
    definition: StackTaskDefinition,
    { title }: TaskStarter,
): Iterable<Violation> {
    if (containerName === undefined) {
        return;
    }
    const name = known(containerName, path, "containerName");
    const containers = readingTask(definition, (task) => containersBeside(name, task));
    if (containers !== undefined) {
        const names = containers.map((one) => quoted(String(one.name)));
        yield {
            path: [...path, "containerName"],
            subject: title,
            given: `has a load balancer for container ${quoted(name)}`,
            problem: `task definition ${named(definition.id)} has no such container`,
            remedy: `name ${names.length === 1 ? "" : "one of "}${names.join(", ")}`,
        };
        return;
    }
    if (containerPort === undefined) {
        return;
    }
    const port = known(containerPort, path, "containerPort");
    const ports = readingTask(definition, (task) => portsBeside(port, name, task));
    if (ports !== undefined) {
        const [maps, remedy] =
            ports.length === 0
                ? ["no port", `add ${port} to its portMappings`]
                : [`only ${ports.join(", ")}`, `name a port that it maps, or add ${port} to its portMappings`];
        yield {
            path: [...path, "containerPort"],
            subject: title,
            given: `has a load balancer for port ${port} of container ${quoted(name)}`,
            problem: `task definition ${named(definition.id)} maps ${maps} of it`,
            remedy,
        };
    }
}

/** The containers of a task, where none has the name. @throws Undecided while one may */
function containersBeside(name: string, task: TaskDefinition): readonly Container[] | undefined {
    const containers = containersOf(task);
    if (containers.length === 0 || containers.some((one) => one.name === name)) {
        return undefined;
    }
    const unnamed = containers.find((one) => one.name === UNKNOWN);
    if (unnamed !== undefined) {
        throw new Undecided({ path: [...unnamed.path, "name"] });
    }
    return containers;
}

/**
 * The ports that the container of a name maps, where a port is not among them. @throws Undecided while it may be, in a
 * mapping that is not known, or in one of a range
 */
function portsBeside(port: number, name: string, task: TaskDefinition): readonly number[] | undefined {
    const container = containersOf(task).find((one) => one.name === name);
    if (container === undefined) {
        return undefined;
    }
    const path = [...container.path, "portMappings"];
    const ports = known(container.portMappings, path).map(({ containerPort }) => containerPort);
    if (ports.includes(port)) {
        return undefined;
    }
    const numbers = ports.filter((one) => one !== UNKNOWN && one > 0) as number[];
    if (numbers.length < ports.length) {
        throw new Undecided({ path });
    }
    return [...new Set(numbers)];
}
