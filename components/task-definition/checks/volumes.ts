import { socketVolume } from "../../../contract";
import { UNKNOWN, type Known } from "../../../ecs/known";
import { suggestion } from "../../../ecs/nearest-name";
import { undeclaredMounts } from "../../../ecs/task/socket";
import { quote, type Problems } from "../../validation/problems";
import { knownAt, taskContainers, given, type At, type Settings, type Task } from "../task";

const kinds = [
    "host",
    "dockerVolumeConfiguration",
    "efsVolumeConfiguration",
    "s3filesVolumeConfiguration",
    "configuredAtLaunch",
] as const;

/** The volumes and the mount points fit together, and none takes the socket's place. */
export function checkVolumes(task: Task, problems: Problems): void {
    const { args, daemon } = task;
    const socket = daemon && socketOf(task);
    const names = new Set<string>();
    for (const { path, value } of knownAt("volumes", args.volumes)) {
        const name = given(value.name);
        if (name !== undefined && (name === socket?.name || names.has(name))) {
            const owner = name === socket?.name ? "the volume of the daemon's socket" : "another volume";
            problems.add(`${path}.name`, `is ${quote(name)}, which ${owner} has; choose another`);
        }
        names.add(name ?? "");
        const [kind, other] = kinds.filter((one) => value[one] !== undefined && value[one] !== false);
        if (kind !== undefined && other !== undefined) {
            problems.exclusive(`${path}.${other}`, value[other], `${path}.${kind}`, value[kind]);
        }
    }
    checkDeclared(task, problems);
    for (const container of [...taskContainers(task), ...(daemon ? [daemon] : [])]) {
        checkMounts(container, socket, problems);
    }
}

function checkDeclared({ definition, argument }: Task, problems: Problems): void {
    const { containers, volumes } = definition;
    const names = volumes === UNKNOWN ? [] : volumes.map(({ name }) => name).filter((name) => name !== UNKNOWN);
    for (const container of containers === UNKNOWN ? [] : containers) {
        for (const { path, volume } of undeclaredMounts(definition, container)) {
            problems.add(
                `${argument.of(path)}.sourceVolume`,
                `is ${quote(volume)}${suggestion(volume, names)}, but must be one of volumes; add it there`,
            );
        }
    }
}

interface Socket {
    readonly name: Known<string>;
    readonly path: Known<string>;
}

function socketOf({ daemon }: Task): Socket | undefined {
    const socket = daemon?.value.socket ?? {};
    return socket === UNKNOWN
        ? undefined
        : { name: socket.volumeName ?? socketVolume.name, path: socket.containerPath ?? socketVolume.containerPath };
}

function checkMounts({ path, value }: At<Settings>, socket: Socket | undefined, problems: Problems): void {
    for (const { path: where, value: mount } of knownAt(`${path}.mountPoints`, value.mountPoints)) {
        const volume = given(mount.sourceVolume);
        const mountedAt = given(mount.containerPath);
        if (volume !== undefined && volume === socket?.name) {
            problems.add(
                `${where}.sourceVolume`,
                `is ${quote(volume)}, the volume of the daemon's socket, which the component mounts; leave it out`,
            );
        }
        if (mountedAt !== undefined && mountedAt === socket?.path) {
            problems.add(
                `${where}.containerPath`,
                `is ${quote(mountedAt)}, where the component mounts the daemon's socket; choose another, or ` +
                    "neuronRtd.socket.containerPath",
            );
        }
    }
}
