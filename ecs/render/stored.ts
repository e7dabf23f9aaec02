/**
 * Container definitions as ECS stores them. Where a definition leaves a default to ECS, what ECS answers differs from
 * it, and a provider that compares the two may replace the task definition at every deployment.
 *
 * Sources: Amazon ECS API Reference, ContainerDefinition, HealthCheck, PortMapping;
 * hashicorp/terraform-provider-aws, containerDefinitionsAreEquivalent (what it forgives: none of what stands in
 * linuxParameters) and pull request 41394 (the user of a log router).
 */
import { healthCheckDefaults } from "../../contract";
import { UNKNOWN, type Known } from "../known";
import type {
    Capabilities,
    Container,
    ContainerDefinition,
    Device,
    HealthCheck,
    KnownList,
    LinuxParameters,
    LogConfiguration,
    PortMapping,
} from "./container";
import type { NeuronTask } from "./task";

/** ECS runs a log router as root, and takes no other user for it. */
const logRouterUser = "0";

type StoringTask = Pick<NeuronTask, "networkMode" | "logGroup" | "region">;

/** A container of a task, with every default that ECS would add. */
export function stored(container: Container, task: StoringTask): ContainerDefinition {
    const { healthCheck, linuxParameters, firelensConfiguration } = container;
    return {
        ...container,
        cpu: container.cpu ?? 0,
        essential: container.essential ?? true,
        environment: container.environment ?? [],
        mountPoints: container.mountPoints ?? [],
        portMappings: each(container.portMappings ?? [], (mapping) => storedPorts(mapping, task.networkMode)),
        ...(healthCheck && { healthCheck: mapKnown(healthCheck, storedHealthCheck) }),
        ...(linuxParameters && { linuxParameters: mapKnown(linuxParameters, storedLinuxParameters) }),
        ...(firelensConfiguration !== undefined && { user: container.user ?? logRouterUser }),
        logConfiguration: container.logConfiguration ?? logConfiguration(container.name, task),
    };
}

/** Only bridge mode can choose a port at each start; in the other modes the two ports are one. */
export function defaultHostPort(networkMode: string | undefined, containerPort: number): number {
    return networkMode === undefined || networkMode === "bridge" ? 0 : containerPort;
}

/** The items of a list of which the rest may be known later; that rest is one unknown item. */
export function knownItems<T>(list: KnownList<T> | undefined): readonly Known<T>[] {
    return list === UNKNOWN ? [UNKNOWN] : (list ?? []);
}

export function mapKnown<T, R>(value: Known<T>, then: (value: T) => R): Known<R> {
    return value === UNKNOWN ? UNKNOWN : then(value);
}

function each<T, R>(list: KnownList<T>, then: (item: T) => R): KnownList<R> {
    return mapKnown(list, (known) => known.map((item) => mapKnown(item, then)));
}

function storedPorts(mapping: PortMapping, networkMode: Known<string> | undefined): PortMapping {
    const { containerPort, hostPort, containerPortRange } = mapping;
    const protocol = mapping.protocol ?? "tcp";
    if (containerPort === undefined || containerPortRange !== undefined) {
        return { ...mapping, protocol };
    }
    const onHost = mapKnown(networkMode, (mode) => mapKnown(containerPort, (port) => defaultHostPort(mode, port)));
    return { ...mapping, protocol, hostPort: hostPort ?? onHost };
}

function storedHealthCheck(check: HealthCheck): HealthCheck {
    return {
        ...check,
        interval: check.interval ?? healthCheckDefaults.interval,
        timeout: check.timeout ?? healthCheckDefaults.timeout,
        retries: check.retries ?? healthCheckDefaults.retries,
    };
}

function storedLinuxParameters(linux: LinuxParameters): LinuxParameters {
    const { capabilities, devices } = linux;
    return {
        ...linux,
        ...(capabilities && { capabilities: mapKnown(capabilities, storedCapabilities) }),
        ...(devices && { devices: each(devices, storedDevice) }),
    };
}

/** ECS stores an empty list beside the one that is given. */
function storedCapabilities(capabilities: Capabilities): Capabilities {
    return { ...capabilities, add: capabilities.add ?? [], drop: capabilities.drop ?? [] };
}

function storedDevice(device: Device): Device {
    return { ...device, containerPath: device.containerPath ?? device.hostPath };
}

function logConfiguration(stream: Known<string>, task: StoringTask): LogConfiguration | undefined {
    const { logGroup, region } = task;
    return logGroup === undefined
        ? undefined
        : {
              logDriver: "awslogs",
              options: { "awslogs-group": logGroup, "awslogs-region": region, "awslogs-stream-prefix": stream },
          };
}
