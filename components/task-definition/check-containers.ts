import {
    ecsNamePattern,
    ecsNameRequirement,
    isNeuronRtdImage,
    mostContainers,
    neuronEnvironment,
    neuronRtdName,
    reservedHostPorts,
    runsNeuronRtd,
} from "../../contract";
import { defaultHostPort } from "../../contract/container-definitions";
import { isGiven } from "../validation/settled";
import { type Problems, quote } from "../validation/problems";
import { TransportProtocol } from "./args";

export const leastMemoryMiB = 6;
export const mostMemoryMiB = 196608;
export const mostCpuUnits = 98304;
/** The sidecar is one. */
const mostModelContainers = mostContainers - 1;

export const imagePattern = /^[^\s]{1,255}$/;
export const imageRequirement = "the name of an image, without blanks";

type Fields = Readonly<Record<string, unknown>>;

/** The problems of the model containers, each with the path of the property. */
export function checkContainers(problems: Problems, containers: unknown, networkMode: unknown): void {
    problems.required("containers", containers, "give at least one model container");
    problems.list("containers", containers, "a list with at least one model container");
    if (!Array.isArray(containers) || containers.length === 0) {
        return;
    }
    if (containers.length > mostModelContainers) {
        problems.add(
            "containers",
            `has ${containers.length} model containers, but a task definition holds ${mostModelContainers} beside ` +
                "the sidecar; use several tasks",
        );
    }
    const names = new Set<string>();
    const hostPorts = new Set<string>();
    (containers as unknown[]).forEach((container, index) => {
        const path = `containers[${index}]`;
        if (!isGiven(container)) {
            problems.required(path, container, "give a model container");
        } else if (typeof container !== "object") {
            problems.add(path, `is ${quote(container)}, but must be a model container`);
        } else {
            checkContainer(problems, path, container as Fields, names);
            checkPorts(problems, path, (container as Fields)["portMappings"], networkMode, hostPorts);
        }
    });
    if ((containers as unknown[]).every((container) => (container as Fields | undefined)?.["essential"] === false)) {
        problems.add(
            "containers",
            "has no essential model container, so the task would go on without its model; leave essential out for one",
        );
    }
}

function checkContainer(problems: Problems, path: string, container: Fields, names: Set<string>): void {
    const { name, memoryReservationMiB, memoryMiB } = container;
    problems.required(`${path}.name`, name, "give the container a name");
    problems.text(`${path}.name`, name, ecsNamePattern, ecsNameRequirement);
    if (name === neuronRtdName) {
        problems.add(`${path}.name`, `is ${quote(name)}, which is the sidecar's name; choose another`);
    } else if (typeof name === "string" && names.has(name)) {
        problems.add(`${path}.name`, `is ${quote(name)}, which another container has; choose another`);
    } else if (typeof name === "string") {
        names.add(name);
    }
    problems.required(`${path}.image`, container["image"], "give the model container's image");
    problems.text(`${path}.image`, container["image"], imagePattern, imageRequirement);
    checkIsNoSidecar(problems, path, container);
    problems.integer(`${path}.cpu`, container["cpu"], 0, mostCpuUnits, "CPU units");
    problems.integer(`${path}.memoryReservationMiB`, memoryReservationMiB, leastMemoryMiB, mostMemoryMiB, "MiB");
    problems.integer(`${path}.memoryMiB`, memoryMiB, leastMemoryMiB, mostMemoryMiB, "MiB");
    if (memoryReservationMiB === undefined && memoryMiB === undefined) {
        problems.add(
            `${path}.memoryReservationMiB`,
            "is missing; give it, or memoryMiB: ECS needs one of them for each container",
        );
    }
    if (typeof memoryReservationMiB === "number" && typeof memoryMiB === "number" && memoryReservationMiB > memoryMiB) {
        problems.add(
            `${path}.memoryMiB`,
            `is ${memoryMiB}, but must be at least memoryReservationMiB, which is ${memoryReservationMiB}; raise it`,
        );
    }
    checkEnvironment(problems, `${path}.environment`, container["environment"]);
}

/** Two daemons would compete for the devices. */
function checkIsNoSidecar(problems: Problems, path: string, { image, entryPoint, command }: Fields): void {
    const remedy = "the component adds the sidecar itself";
    if (typeof image === "string" && isNeuronRtdImage(image)) {
        problems.add(
            `${path}.image`,
            `is ${quote(image)}, the sidecar's image, but must be one that serves a model: ${remedy}; for an own ` +
                "sidecar image give neuronRtdImage",
        );
    }
    const argv = [entryPoint, command].flatMap((words) => (Array.isArray(words) ? (words as unknown[]) : []));
    if (argv.every((word) => typeof word === "string") && runsNeuronRtd(argv)) {
        problems.add(`${path}.command`, `runs ${neuronRtdName}, but must not: ${remedy}; leave it out`);
    }
}

function checkEnvironment(problems: Problems, path: string, environment: unknown): void {
    if (typeof environment !== "object" || environment === null) {
        return;
    }
    const derived = `the component sets it, from socketContainerPath; leave it out`;
    if (Object.hasOwn(environment, neuronEnvironment.rtdAddress)) {
        problems.add(`${path}.${neuronEnvironment.rtdAddress}`, `must not be given: ${derived}`);
    }
    if (Object.hasOwn(environment, neuronEnvironment.visibleDevices)) {
        problems.add(
            `${path}.${neuronEnvironment.visibleDevices}`,
            "must not be given: it belongs to the sidecar; give visibleDevices",
        );
    }
}

function checkPorts(
    problems: Problems,
    path: string,
    mappings: unknown,
    networkMode: unknown,
    taken: Set<string>,
): void {
    if (!Array.isArray(mappings)) {
        return;
    }
    (mappings as unknown[]).forEach((mapping, index) => {
        if (!isGiven(mapping) || typeof mapping !== "object") {
            return;
        }
        const at = `${path}.portMappings[${index}]`;
        const { containerPort, hostPort, protocol } = mapping as Fields;
        problems.required(`${at}.containerPort`, containerPort, "give the port in the container");
        problems.integer(`${at}.containerPort`, containerPort, 1, 65535, "");
        problems.integer(`${at}.hostPort`, hostPort, 0, 65535, "");
        problems.oneOf(`${at}.protocol`, protocol, Object.values(TransportProtocol));
        if (typeof networkMode !== "symbol" && typeof containerPort === "number") {
            const mode = networkMode as string | undefined;
            const onHost = hostPort ?? defaultHostPort(mode, containerPort);
            checkHostPort(
                problems,
                `${at}.hostPort`,
                onHost,
                containerPort,
                mode,
                typeof protocol === "string" ? protocol : TransportProtocol.Tcp,
                taken,
            );
        }
    });
}

function checkHostPort(
    problems: Problems,
    path: string,
    hostPort: unknown,
    containerPort: number,
    networkMode: string | undefined,
    protocol: string,
    taken: Set<string>,
): void {
    if (typeof hostPort !== "number") {
        return;
    }
    const oneNetwork = networkMode === "awsvpc" || networkMode === "host";
    if (oneNetwork && hostPort !== containerPort) {
        problems.add(
            path,
            `is ${hostPort}, but in network mode ${networkMode} it must be containerPort, which is ` +
                `${containerPort}; leave it out`,
        );
    } else if (networkMode !== "awsvpc" && reservedHostPorts.includes(hostPort)) {
        problems.add(path, `is ${hostPort}, which the instance itself uses; choose another, or 0`);
    } else if (hostPort !== 0 && taken.has(`${hostPort}/${protocol}`)) {
        problems.add(path, `is ${hostPort}, which another port mapping of this task takes; choose another, or 0`);
    }
    taken.add(`${hostPort}/${protocol}`);
}
