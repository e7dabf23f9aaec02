import { Undecided, UNKNOWN, type Known } from "../known";
import type { Path } from "../path";
import type { TaskDefinition } from "./task-definition";

/** A port of the instance that each task of a definition holds. */
export interface HostPort {
    /** The port mapping. */
    readonly path: Path;
    readonly port: number;
    readonly protocol: string;
}

/** The ports of the instance that each task of a definition holds, as far as they are known. */
export interface HostPorts {
    readonly held: readonly HostPort[];
    /** The first value that is not known and may be one more; undefined where there is none. */
    readonly unknown: Path | undefined;
}

export function hostPortsOf({ networkMode, containers }: TaskDefinition): HostPorts {
    if (networkMode === "awsvpc") {
        // Each task has an address of its own.
        return { held: [], unknown: undefined };
    }
    if (networkMode === UNKNOWN || containers === UNKNOWN) {
        return { held: [], unknown: networkMode === UNKNOWN ? ["networkMode"] : ["containerDefinitions"] };
    }
    const held: HostPort[] = [];
    let unknown: Path | undefined;
    for (const container of containers) {
        const list = [...container.path, "portMappings"];
        const mappings = container.portMappings === UNKNOWN ? [] : container.portMappings;
        unknown ??= container.portMappings === UNKNOWN ? list : undefined;
        for (const [index, { hostPort, containerPort, protocol }] of mappings.entries()) {
            // With host, the container's ports are the instance's.
            const port: Known<number> = networkMode === "host" ? containerPort : hostPort;
            if (port === UNKNOWN || (port > 0 && protocol === UNKNOWN)) {
                unknown ??= list;
            } else if (port > 0) {
                held.push({ path: [...list, index], port, protocol: protocol as string });
            }
        }
    }
    return { held, unknown };
}

/** A port as `8501/tcp`. */
export function portName({ port, protocol }: HostPort): string {
    return `${port}/${protocol}`;
}

/**
 * The ports of the instance that each task of a definition holds, each once. @throws Undecided while none is known, but
 * one may be
 */
export function staticHostPorts(task: TaskDefinition): readonly HostPort[] {
    const { held, unknown } = hostPortsOf(task);
    if (held.length === 0 && unknown !== undefined) {
        throw new Undecided({ path: unknown });
    }
    return [...new Map(held.map((port) => [portName(port), port])).values()];
}
