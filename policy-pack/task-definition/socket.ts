import { isBelow, listenAddress, socketPath, withoutTrailingSlashes } from "../../contract";
import { known, UNKNOWN, Undecided, type Known } from "../knowledge";
import type { Container, MountPoint, TaskDefinition } from "./model";
import { argumentsOf, rtdAddress, variable } from "./neuron";

/** A socket as all containers of the task see it: a volume, and the path in it. */
export interface PlacedSocket {
    readonly volume: string;
    readonly pathInVolume: string;
    readonly mount: MountPoint;
}

/**
 * The address on which the sidecar listens, by its command line, or by its own environment where an own image reads it
 * there; undefined when the definition does not say. @throws Undecided
 */
export function listens(sidecar: Container): string | undefined {
    const address = listenAddress(known(argumentsOf(sidecar), `${sidecar.path}.command`));
    return (address === undefined ? undefined : expanded(sidecar, address)) ?? rtdAddress(sidecar);
}

/** A shell puts the container's own variables into the address; undefined when one of them is not told there. */
function expanded(sidecar: Container, address: string): string | undefined {
    let told = true;
    const text = address.replace(/\$(?:\{(\w+)\}|(\w+))/g, (_, braced?: string, bare?: string) => {
        const value = variable(sidecar, braced ?? bare ?? "");
        told &&= value !== undefined;
        return value ?? "";
    });
    return told && !text.includes("$") ? text : undefined;
}

/** The declared volume in which an address's socket lies, through the container's mounts; undefined when there is none. */
export function placeSocket(task: TaskDefinition, container: Container, address: string): PlacedSocket | undefined {
    const path = socketPath(address);
    const above = declaredMounts(task, container).filter((mount) => path !== undefined && isBelow(path, known(mount.containerPath, mountPath(container))));
    const mount = above.sort((one, other) => String(other.containerPath).length - String(one.containerPath).length)[0];
    if (mount === undefined || path === undefined) {
        return undefined;
    }
    const directory = withoutTrailingSlashes(String(mount.containerPath));
    return { volume: String(mount.sourceVolume), pathInVolume: path.slice(directory.length + 1), mount };
}

/** The container's mounts of volumes that the task declares, with those that it takes over from others. */
export function declaredMounts(task: TaskDefinition, container: Container): readonly MountPoint[] {
    const declared = new Set(known(task.volumes, "volumes").map(({ name }) => name));
    const others = known(container.volumesFrom, `${container.path}.volumesFrom`);
    const containers = known(task.containers, "containerDefinitions");
    const sources = containers.filter((one) => others.includes(one.name) && one !== container);
    const names = containers.map(({ name }) => name);
    if (others.includes(UNKNOWN) || (names.includes(UNKNOWN) && !others.every((other) => names.includes(other)))) {
        throw new Undecided(`${container.path}.volumesFrom`);
    }
    return [container, ...sources]
        .flatMap((one) => known(one.mountPoints, mountPath(one)))
        .filter(({ sourceVolume }) => isDeclared(declared, known(sourceVolume, mountPath(container))));
}

function isDeclared(declared: ReadonlySet<Known<string>>, volume: string): boolean {
    if (!declared.has(volume) && declared.has(UNKNOWN)) {
        throw new Undecided("volumes");
    }
    return declared.has(volume);
}

function mountPath(container: Container): string {
    return `${container.path}.mountPoints`;
}
