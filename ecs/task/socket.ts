import { isBelow, neuronRtdDefaultAddress, normalizedPath, socketPath } from "../../contract";
import { memo, memoOfTwo } from "../memo";
import { known, UNKNOWN, Undecided, whenKnown, type Known } from "../known";
import type { Path } from "../path";
import { containersOf } from "./containers";
import { argumentsOf, unknownArguments } from "./command-line";
import { rtdAddress, variable } from "./environment";
import { listenAddress } from "./listen-address";
import type { Container, MountPoint, TaskDefinition, Volume } from "./task-definition";

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
export const listens = memo((sidecar: Container): string | undefined => {
    const argv = known(argumentsOf(sidecar), unknownArguments(sidecar));
    const asked = new Set<string>();
    const address = listenAddress(argv, (name) => {
        asked.add(name);
        return whenKnown(() => variable(sidecar, name));
    });
    // One that is not told throws again: what it makes of the address, the definition does not say.
    if (address === UNKNOWN) {
        asked.forEach((name) => variable(sidecar, name));
    }
    const isTold = address !== undefined && address !== UNKNOWN && address !== neuronRtdDefaultAddress;
    return isTold ? address : (rtdAddress(sidecar) ?? (address === UNKNOWN ? undefined : address));
});

/**
 * The declared volume in which an address's socket lies, through the container's mounts; undefined when there is none.
 */
export function placeSocket(task: TaskDefinition, container: Container, address: string): PlacedSocket | undefined {
    const path = socketPath(address);
    if (path === undefined) {
        return undefined;
    }
    let deepest: PlacedMount | undefined;
    let depth = -1;
    for (const placed of placedMounts(task, container)) {
        const directory = normalizedPath(known(placed.mount.containerPath, placed.at));
        if (directory.length > depth && isBelow(path, directory)) {
            deepest = placed;
            depth = directory.length;
        }
    }
    if (deepest === undefined) {
        return undefined;
    }
    const { mount, volume } = deepest;
    return { volume: String(volume.name), hostPath: volume.hostPath, pathInVolume: path.slice(depth + 1), mount };
}

/**
 * The container's mounts of volumes that the task declares, with those that it takes over from others.
 *
 * @throws Undecided
 */
export function declaredMounts(task: TaskDefinition, container: Container): readonly MountPoint[] {
    return placedMounts(task, container).map(({ mount }) => mount);
}

/** The mounts of a container whose volume the task certainly does not declare, each with its path. */
export function undeclaredMounts(
    { volumes }: TaskDefinition,
    { path, mountPoints }: Container,
): readonly { readonly path: Path; readonly volume: string }[] {
    const names: readonly Known<string>[] = volumes === UNKNOWN ? [UNKNOWN] : volumes.map(({ name }) => name);
    return mountPoints === UNKNOWN || names.includes(UNKNOWN)
        ? []
        : mountPoints.flatMap(({ sourceVolume }, index) =>
              sourceVolume === UNKNOWN || names.includes(sourceVolume)
                  ? []
                  : [{ path: [...path, "mountPoints", index], volume: sourceVolume }],
          );
}

interface PlacedMount {
    readonly mount: MountPoint;
    /** The path of the list in which it stands. */
    readonly at: Path;
    readonly volume: Volume;
}

const placedMounts = memoOfTwo((task: TaskDefinition, container: Container): readonly PlacedMount[] => {
    const volumes = volumesByName(task);
    const others = new Set(known(container.volumesFrom, container.path, "volumesFrom"));
    const containers = containersOf(task);
    const sources = containers.filter((one) => others.has(one.name) && one !== container);
    if (others.has(UNKNOWN)) {
        throw new Undecided({ path: [...container.path, "volumesFrom"] });
    }
    const nameless = containers.find(({ name }) => name === UNKNOWN);
    if (nameless !== undefined) {
        const names = new Set(containers.map(({ name }) => name));
        if (![...others].every((other) => names.has(other))) {
            throw new Undecided({ path: [...nameless.path, "name"] });
        }
    }
    return [container, ...sources].flatMap((one) => mountsOf(one, volumes));
});

function mountsOf(container: Container, volumes: ReadonlyMap<Known<string>, Volume>): readonly PlacedMount[] {
    const at = [...container.path, "mountPoints"];
    return known(container.mountPoints, at).flatMap((mount) => {
        const volume = volumes.get(known(mount.sourceVolume, at));
        if (volume === undefined && volumes.has(UNKNOWN)) {
            throw new Undecided({ path: ["volumes"] });
        }
        return volume === undefined ? [] : [{ mount, at, volume }];
    });
}

/** Of several volumes with one name, which ECS refuses, the first. */
const volumesByName = memo((task: TaskDefinition): ReadonlyMap<Known<string>, Volume> => {
    const byName = new Map<Known<string>, Volume>();
    for (const volume of known(task.volumes, ["volumes"])) {
        if (!byName.has(volume.name)) {
            byName.set(volume.name, volume);
        }
    }
    return byName;
});
