/**
 * The container definitions of a Neuron task, from the few values that its containers agree on.
 *
 * Source: Amazon ECS Developer Guide, "Working with inference workloads on Amazon ECS", the example task definition.
 */
import type { Inf1InstanceType } from "./instance-types";
import { neuronEnvironment, neuronRtdCapabilities, neuronRtdCommand, neuronRtdName, socketAddress } from "./neuron-rtd";

/** A port of a container, as plain values. */
interface PortMapping {
    readonly containerPort: number;
    readonly hostPort?: number | undefined;
    readonly protocol?: string | undefined;
}

/** A model container, as plain values. */
export interface ModelContainer {
    readonly name: string;
    readonly image: string;
    readonly entryPoint?: readonly string[] | undefined;
    readonly command?: readonly string[] | undefined;
    readonly environment?: Readonly<Record<string, string>> | undefined;
    readonly portMappings?: readonly PortMapping[] | undefined;
    readonly cpu?: number | undefined;
    readonly memoryReservationMiB?: number | undefined;
    readonly memoryMiB?: number | undefined;
    readonly essential?: boolean | undefined;
}

/** What the containers of one Neuron task agree on. */
export interface NeuronTask {
    readonly containers: readonly ModelContainer[];
    readonly neuronRtdImage: string;
    readonly neuronRtdMemoryReservationMiB: number;
    readonly neuronRtdCpu: number;
    readonly neuronRtdHealthCheckCommand?: readonly string[] | undefined;
    readonly visibleDevices: string;
    readonly instanceType?: Inf1InstanceType | undefined;
    readonly socketVolumeName: string;
    readonly socketContainerPath: string;
    readonly networkMode?: string | undefined;
    readonly logs?: { readonly group: string; readonly region: string } | undefined;
}

/**
 * The container definitions of a Neuron task, which are in JSON what `register-task-definition` takes: the model
 * containers, and the sidecar last.
 */
export function containerDefinitions(task: NeuronTask): object[] {
    return [...task.containers.map((container) => modelContainer(task, container)), sidecar(task)];
}

function modelContainer(task: NeuronTask, container: ModelContainer): object {
    const condition = task.neuronRtdHealthCheckCommand === undefined ? "START" : "HEALTHY";
    return {
        entryPoint: container.entryPoint,
        portMappings: (container.portMappings ?? []).map(({ containerPort, hostPort, protocol }) => ({
            hostPort: hostPort ?? defaultHostPort(task.networkMode, containerPort),
            protocol: protocol ?? "tcp",
            containerPort,
        })),
        command: container.command,
        cpu: container.cpu ?? 0,
        dependsOn: [{ containerName: neuronRtdName, condition }],
        environment: environment({
            ...container.environment,
            [neuronEnvironment.rtdAddress]: socketAddress(task.socketContainerPath),
        }),
        mountPoints: [socketMount(task)],
        memoryReservation: container.memoryReservationMiB,
        memory: container.memoryMiB,
        image: container.image,
        essential: container.essential ?? true,
        name: container.name,
        logConfiguration: logConfiguration(task, container.name),
    };
}

function sidecar(task: NeuronTask): object {
    return {
        entryPoint: ["sh", "-c"],
        portMappings: [],
        command: [neuronRtdCommand(socketAddress(task.socketContainerPath))],
        cpu: task.neuronRtdCpu,
        environment: environment({ [neuronEnvironment.visibleDevices]: task.visibleDevices }),
        mountPoints: [socketMount(task)],
        memoryReservation: task.neuronRtdMemoryReservationMiB,
        image: task.neuronRtdImage,
        essential: true,
        // ECS stores an empty list where one of the two is left out, and the definition would never compare as equal.
        linuxParameters: { capabilities: { add: [...neuronRtdCapabilities], drop: [] } },
        healthCheck: task.neuronRtdHealthCheckCommand && { command: task.neuronRtdHealthCheckCommand },
        name: neuronRtdName,
        logConfiguration: logConfiguration(task, neuronRtdName),
    };
}

/** Only bridge mode can choose a port at each start; in the other modes the two ports are one. */
export function defaultHostPort(networkMode: string | undefined, containerPort: number): number {
    return networkMode === undefined || networkMode === "bridge" ? 0 : containerPort;
}

function environment(variables: Readonly<Record<string, string>>): object[] {
    return Object.entries(variables).map(([name, value]) => ({ name, value }));
}

function socketMount(task: NeuronTask): object {
    return { containerPath: task.socketContainerPath, sourceVolume: task.socketVolumeName };
}

function logConfiguration(task: NeuronTask, streamPrefix: string): object | undefined {
    return (
        task.logs && {
            logDriver: "awslogs",
            options: {
                "awslogs-group": task.logs.group,
                "awslogs-region": task.logs.region,
                "awslogs-stream-prefix": streamPrefix,
            },
        }
    );
}
