import { UNKNOWN, type Known } from "../../ecs/known";
import { quote, type Problems } from "../validation/problems";
import { members, type ServiceArguments, type ServiceOnPool } from "./service-on-pool";

/** Adds what of the network does not go with the task's network mode, or with its containers. */
export function checkServiceNetwork(args: ServiceArguments, { task }: ServiceOnPool, problems: Problems): void {
    checkConfiguration(args, task.networkMode, problems);
    checkRegistry(args, task.networkMode, problems);
    checkContainers(args, task.containerNames, problems);
}

function checkConfiguration(args: ServiceArguments, networkMode: Known<string>, problems: Problems): void {
    const isGiven = args.networkConfiguration !== undefined;
    if (networkMode === "awsvpc" && !isGiven) {
        problems.add(
            "networkConfiguration",
            'is missing, although task.networkMode is "awsvpc"; give the subnets of the tasks',
        );
    }
    if (networkMode !== UNKNOWN && networkMode !== "awsvpc" && isGiven) {
        problems.add(
            "networkConfiguration",
            `must not be given: task.networkMode is ${quote(networkMode)}, and only tasks of the mode awsvpc have a ` +
                "network of their own; leave it out, or make the task for awsvpc",
        );
    }
}

/** Source: Amazon ECS API Reference, ServiceRegistry. */
function checkRegistry(args: ServiceArguments, networkMode: Known<string>, problems: Problems): void {
    if (args.serviceRegistries === undefined || (networkMode !== "bridge" && networkMode !== "host")) {
        return;
    }
    for (const name of ["containerName", "containerPort"] as const) {
        if (members(args.serviceRegistries)(name) === undefined) {
            problems.add(
                `serviceRegistries.${name}`,
                `is missing; in network mode ${networkMode} ECS needs containerName and containerPort`,
            );
        }
    }
}

function checkContainers(args: ServiceArguments, names: Known<readonly string[]>, problems: Problems): void {
    const check = (path: string, name: Known<string> | undefined) => {
        if (names !== UNKNOWN && typeof name === "string" && !names.includes(name)) {
            problems.add(path, `is ${quote(name)}, but must be a container of the task: ${names.join(", ")}`);
        }
    };
    const { loadBalancers = [], serviceRegistries } = args;
    (loadBalancers === UNKNOWN ? [] : loadBalancers).forEach((balancer, index) =>
        check(`loadBalancers[${index}].containerName`, members(balancer)("containerName")),
    );
    check("serviceRegistries.containerName", members(serviceRegistries)("containerName"));
}
