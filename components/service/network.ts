import { UNKNOWN } from "../../contract/known";
import { quote, type Problems } from "../validation/problems";
import { isGiven } from "../validation/settled";
import type { Arguments } from "../validation/validate";
import { at, type ServiceView } from "./view";

/** Adds what of the network does not go with the task's network mode, or with its containers. */
export function checkNetwork(args: Arguments, view: ServiceView, problems: Problems): void {
    checkConfiguration(args, view, problems);
    checkRegistry(args, view, problems);
    checkContainers(args, view, problems);
}

function checkConfiguration(args: Arguments, { networkMode }: ServiceView, problems: Problems): void {
    const configuration = args["networkConfiguration"];
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
function checkRegistry(args: Arguments, { networkMode }: ServiceView, problems: Problems): void {
    const registry = args["serviceRegistries"];
    if (!isGiven(registry) || (networkMode !== "bridge" && networkMode !== "host")) {
        return;
    }
    for (const member of ["containerName", "containerPort"]) {
        if (at(registry, member) === undefined) {
            problems.add(
                `serviceRegistries.${member}`,
                `is missing; in network mode ${networkMode} ECS needs containerName and containerPort`,
            );
        }
    }
}

function checkContainers(args: Arguments, { containerNames }: ServiceView, problems: Problems): void {
    const balancers = args["loadBalancers"];
    const items: readonly unknown[] = Array.isArray(balancers) ? balancers : [];
    const named: [string, unknown][] = [
        ...items.map((item, index): [string, unknown] => [
            `loadBalancers[${index}].containerName`,
            at(item, "containerName"),
        ]),
        ["serviceRegistries.containerName", at(args["serviceRegistries"], "containerName")],
    ];
    for (const [path, name] of named) {
        if (containerNames !== UNKNOWN && typeof name === "string" && !containerNames.includes(name)) {
            problems.add(path, `is ${quote(name)}, but must be a container of the task: ${containerNames.join(", ")}`);
        }
    }
}
