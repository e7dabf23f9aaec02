import { isNeuronRtdImage, maxContainers, neuronRtdName } from "../../../contract";
import { runsNeuronRtd } from "../../../ecs/shell/daemon-command";
import { knownItems } from "../../../ecs/render/stored";
import { UNKNOWN } from "../../../ecs/known";
import { quote, type Problems } from "../../validation/problems";
import { taskContainers, given, type At, type Settings, type SidecarContainer, type Task } from "../task";

/** How many containers there are, what they are called, and that each is what it stands for. */
export function checkContainers(task: Task, problems: Problems): void {
    const { args, models, daemon } = task;
    const count =
        knownItems(args.containers).length + knownItems(args.sidecars).length + (daemon === undefined ? 0 : 1);
    if (count > maxContainers) {
        problems.add(
            "containers",
            `are ${count} with ${daemon === undefined ? "" : "the daemon and "}the sidecars, but a task definition ` +
                `holds ${maxContainers}; use several tasks`,
        );
    }
    if (models.length > 0 && knownItems(args.containers).every((one) => one !== UNKNOWN && one.essential === false)) {
        problems.add(
            "containers",
            "has no essential model container, so the task would go on without its model; leave essential out for one",
        );
    }
    checkNames(taskContainers(task), problems);
    for (const container of taskContainers(task)) {
        checkIsNoDaemon(container, problems);
        checkMemory(container, problems);
    }
    for (const { path, value } of task.sidecars) {
        const isGiven = value.memory !== undefined || value.memoryReservation !== undefined;
        if (!isGiven && args.memory === undefined && args.takesInstance !== true) {
            problems.add(
                `${path}.memoryReservation`,
                "is missing; give it, or memory: ECS needs one of them for each container",
            );
        }
    }
    if (daemon !== undefined) {
        problems.exclusive("neuronRtd.image", daemon.value.image, "neuronRtd.version", daemon.value.version);
        checkMemory(daemon, problems);
    }
}

function checkNames(containers: readonly At<SidecarContainer>[], problems: Problems): void {
    const names = new Set<string>();
    for (const { path, value } of containers) {
        const name = given(value.name);
        if (name === neuronRtdName) {
            problems.add(`${path}.name`, `is ${quote(name)}, which is the daemon's name; choose another`);
        } else if (name !== undefined && names.has(name)) {
            problems.add(`${path}.name`, `is ${quote(name)}, which another container has; choose another`);
        }
        names.add(name ?? neuronRtdName);
    }
}

/** Two daemons would compete for the devices, and libnrt needs none. */
function checkIsNoDaemon({ path, value }: At<SidecarContainer>, problems: Problems): void {
    const image = given(value.image);
    if (image !== undefined && isNeuronRtdImage(image)) {
        problems.add(
            `${path}.image`,
            `is ${quote(image)}, the daemon's image, but must be another: the component adds the daemon itself where ` +
                "the runtime has one; for an own image of it give neuronRtd.image",
        );
    }
    const words = [...knownItems(value.entryPoint), ...knownItems(value.command)];
    if (words.every((word) => word !== UNKNOWN) && runsNeuronRtd(words) === true) {
        problems.add(
            `${path}.command`,
            `runs ${neuronRtdName}, but must not: the component adds the daemon itself where the runtime has one; ` +
                "leave it out",
        );
    }
}

function checkMemory({ path, value }: At<Settings>, problems: Problems): void {
    const memory = given(value.memory);
    const reservation = given(value.memoryReservation);
    if (memory !== undefined && reservation !== undefined && reservation > memory) {
        problems.add(
            `${path}.memory`,
            `is ${memory}, but must be at least memoryReservation, which is ${reservation}; raise it`,
        );
    }
}
