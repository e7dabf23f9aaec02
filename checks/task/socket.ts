import { listenAddress } from "./listen-address";
import { isBelow, socketPath, withoutTrailingSlashes } from "../../contract";
import { known, UNKNOWN, Undecided, type Known } from "../known";
import type { Container, MountPoint, TaskDefinition, Volume } from "./task-definition";
import { argumentsOf, rtdAddress, unknownArguments, variable } from "./roles";

/** A socket as all containers of the task see it: a volume, and the path in it. */
export interface PlacedSocket {
    readonly volume: string;
    /** The directory of the instance that the volume is; undefined where Docker gives each task one of its own. */
    readonly hostPath: Known<string> | undefined;
    readonly pathInVolume: string;
    readonly mount: MountPoint;
}

/**
 * The address on which the sidecar listens, by its command line, or by its own environment where an own image reads it
 * there; undefined when the definition does not say. @throws Undecided
 */
export function listens(sidecar: Container): string | undefined {
    const address = listenAddress(known(argumentsOf(sidecar), unknownArguments(sidecar)));
    return (address === undefined ? undefined : expanded(sidecar, address)) ?? rtdAddress(sidecar);
}

/** A shell puts the container's own variables into the address; undefined when one of them is not told there. */
function expanded(sidecar: Container, address: string): string | undefined {
    const text = address.replace(/\$\{?(\w+)\}?/g, (written, name: string) => variable(sidecar, name) ?? written);
    return text.includes("$") ? undefined : text;
}

/**
 * The declared volume in which an address's socket lies, through the container's mounts; undefined when there is none.
 */
export function placeSocket(task: TaskDefinition, container: Container, address: string): PlacedSocket | undefined {
    const path = socketPath(address);
    if (path === undefined) {
        return undefined;
    }
    const [deepest] = placedMounts(task, container)
        .map(({ mount, at, volume }) => ({
            mount,
            volume,
            directory: withoutTrailingSlashes(known(mount.containerPath, at)),
        }))
        .filter(({ directory }) => isBelow(path, directory))
        .sort((one, other) => other.directory.length - one.directory.length);
    if (deepest === undefined) {
        return undefined;
    }
    const { mount, volume, directory } = deepest;
    return {
        volume: String(volume.name),
        hostPath: volume.hostPath,
        pathInVolume: path.slice(directory.length + 1),
        mount,
    };
}

/**
 * The container's mounts of volumes that the task declares, with those that it takes over from others. @throws
 * Undecided
 */
export function declaredMounts(task: TaskDefinition, container: Container): readonly MountPoint[] {
    return placedMounts(task, container).map(({ mount }) => mount);
}

interface PlacedMount {
    readonly mount: MountPoint;
    /** The path of the list in which it stands. */
    readonly at: string;
    readonly volume: Volume;
}

function placedMounts(task: TaskDefinition, container: Container): readonly PlacedMount[] {
    const volumes = known(task.volumes, "volumes");
    const others = known(container.volumesFrom, `${container.path}.volumesFrom`);
    const containers = known(task.containers, "containerDefinitions");
    const sources = containers.filter((one) => others.includes(one.name) && one !== container);
    const names = containers.map(({ name }) => name);
    const nameless = containers.find(({ name }) => name === UNKNOWN);
    if (others.includes(UNKNOWN)) {
        throw new Undecided(`${container.path}.volumesFrom`);
    }
    if (nameless !== undefined && !others.every((other) => names.includes(other))) {
        throw new Undecided(`${nameless.path}.name`);
    }
    return [container, ...sources].flatMap((one) => {
        const at = `${one.path}.mountPoints`;
        return known(one.mountPoints, at).flatMap((mount) => {
            const volume = declaredVolume(volumes, known(mount.sourceVolume, at));
            return volume === undefined ? [] : [{ mount, at, volume }];
        });
    });
}

function declaredVolume(volumes: readonly Volume[], sourceVolume: string): Volume | undefined {
    const found = volumes.find(({ name }) => name === sourceVolume);
    if (found === undefined && volumes.some(({ name }) => name === UNKNOWN)) {
        throw new Undecided("volumes");
    }
    return found;
}
