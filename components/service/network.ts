import { UNKNOWN, type Known } from "../../ecs/known";
import { quote, type Problems } from "../validation/problems";
import { members, type ServiceArguments, type ServiceOnPool } from "./service-on-pool";

/** Adds what of the network does not go with the task's network mode, or with its containers. */
export function checkNetwork(args: ServiceArguments, service: ServiceOnPool, problems: Problems): void {
    checkConfiguration(args, service, problems);
    checkRegistry(args, service, problems);
    checkContainers(args, service, problems);
}

function checkConfiguration(
    { networkConfiguration: configuration }: ServiceArguments,
    { task: { networkMode } }: ServiceOnPool,
    problems: Problems,
): void {
    if (networkMode === "awsvpc" && configuration === undefined) {
        problems.add(
            "networkConfiguration",
            'is missing, although task.networkMode is "awsvpc"; give the subnets of the tasks',
        );
    }
    if (networkMode !== UNKNOWN && networkMode !== "awsvpc" && configuration !== undefined) {
        problems.add(
            "networkConfiguration",
            `must not be given: task.networkMode is ${quote(networkMode)}, and only tasks of the mode awsvpc have a ` +
                "network of their own; leave it out, or make the task for awsvpc",
        );
    }
}

/** Source: Amazon ECS API Reference, ServiceRegistry. */
function checkRegistry(
    { serviceRegistries: registry }: ServiceArguments,
    { task: { networkMode } }: ServiceOnPool,
    problems: Problems,
): void {
    if (registry === undefined || (networkMode !== "bridge" && networkMode !== "host")) {
        return;
    }
    for (const member of ["containerName", "containerPort"] as const) {
        if (members(registry)(member) === undefined) {
            problems.add(
                `serviceRegistries.${member}`,
                `is missing; in network mode ${networkMode} ECS needs containerName and containerPort`,
            );
        }
    }
}

function checkContainers(
    { loadBalancers = [], serviceRegistries }: ServiceArguments,
    { task: { containerNames } }: ServiceOnPool,
    problems: Problems,
): void {
    const balancers = loadBalancers === UNKNOWN ? [] : loadBalancers;
    const named: [string, Known<string> | undefined][] = [
        ...balancers.map((balancer, index): [string, Known<string> | undefined] => [
            `loadBalancers[${index}].containerName`,
            members(balancer)("containerName"),
        ]),
        ["serviceRegistries.containerName", members(serviceRegistries)("containerName")],
    ];
    for (const [path, name] of named) {
        if (containerNames !== UNKNOWN && typeof name === "string" && !containerNames.includes(name)) {
            problems.add(path, `is ${quote(name)}, but must be a container of the task: ${containerNames.join(", ")}`);
        }
    }
}
