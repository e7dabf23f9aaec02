import { reservedHostPorts } from "../../../contract";
import { defaultHostPort } from "../../../ecs/render/stored";
import { hostPortsOf, portName } from "../../../ecs/task/host-ports";
import { UNKNOWN } from "../../../ecs/known";
import type { Problems } from "../../validation/problems";
import type { NetworkMode } from "../args/task-definition";
import { knownAt, taskContainers, given, type At, type Settings, type SidecarContainer, type Task } from "../task";

const notInAwsvpc = ["hostname", "dnsServers", "dnsSearchDomains", "extraHosts"] as const satisfies (keyof Settings)[];

/** The ports, and what of a container's network the task's mode allows. */
export function checkTaskNetwork(task: Task, problems: Problems): void {
    const { networkMode } = task.args;
    if (networkMode === UNKNOWN) {
        return;
    }
    for (const container of taskContainers(task)) {
        checkPorts(container, networkMode, problems);
    }
    checkTaken(task, problems);
    for (const container of [...taskContainers(task), ...(task.daemon ? [task.daemon] : [])]) {
        checkSettings(container, networkMode, problems);
    }
}

function checkSettings({ path, value }: At<Settings>, networkMode: NetworkMode | undefined, problems: Problems): void {
    if (networkMode === "awsvpc") {
        for (const name of notInAwsvpc.filter((one) => value[one] !== undefined)) {
            problems.add(
                `${path}.${name}`,
                "is given, but ECS takes it in network mode bridge or host only; leave it out",
            );
        }
    }
    if (networkMode !== undefined && networkMode !== "bridge" && value.links !== undefined) {
        problems.add(`${path}.links`, "is given, but ECS takes it in network mode bridge only; leave it out");
    }
}

function checkPorts(container: At<SidecarContainer>, networkMode: NetworkMode | undefined, problems: Problems): void {
    for (const { path, value } of knownAt(`${container.path}.portMappings`, container.value.portMappings)) {
        const { containerPort, containerPortRange, hostPort } = value;
        if (containerPort === undefined && containerPortRange === undefined) {
            problems.add(`${path}.containerPort`, "is missing; give the port in the container, or containerPortRange");
        }
        problems.exclusive(`${path}.containerPortRange`, containerPortRange, `${path}.containerPort`, containerPort);
        problems.exclusive(`${path}.hostPort`, hostPort, `${path}.containerPortRange`, containerPortRange);
        const inside = given(containerPort);
        const onHost = inside === undefined ? undefined : given(hostPort ?? defaultHostPort(networkMode, inside));
        if (inside !== undefined && onHost !== undefined) {
            checkHostPort(`${path}.hostPort`, onHost, inside, networkMode, problems);
        }
    }
}

/** Each port of the instance is held by one mapping. */
function checkTaken({ definition, argument }: Task, problems: Problems): void {
    const taken = new Set<string>();
    for (const held of hostPortsOf(definition).held) {
        if (taken.has(portName(held))) {
            problems.add(
                `${argument.of(held.path)}.hostPort`,
                `is ${held.port}, which another port mapping of this task takes; choose another, or 0`,
            );
        }
        taken.add(portName(held));
    }
}

function checkHostPort(
    path: string,
    hostPort: number,
    containerPort: number,
    networkMode: NetworkMode | undefined,
    problems: Problems,
): void {
    if ((networkMode === "awsvpc" || networkMode === "host") && hostPort !== containerPort) {
        problems.add(
            path,
            `is ${hostPort}, but in network mode ${networkMode} it must be containerPort, which is ${containerPort}; ` +
                "leave it out",
        );
    } else if (networkMode !== "awsvpc" && reservedHostPorts.includes(hostPort)) {
        problems.add(path, `is ${hostPort}, which the instance itself uses; choose another, or 0`);
    }
}
