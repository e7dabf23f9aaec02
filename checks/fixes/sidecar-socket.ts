import { normalizedPath } from "../../contract";
import { listens, placeSocket } from "../../ecs/task/socket";
import type { FixContext } from "./fix";

/** The daemon's socket, where the sidecar's own side of it is right: a model container can then agree with it. */
export interface SidecarSocket {
    readonly volume: string;
    /** The path at which the sidecar mounts the volume. */
    readonly directory: string;
    readonly pathInVolume: string;
}

/** Undefined when the sidecar does not say where it listens, or not on a declared volume. @throws Undecided */
export function sidecarSocket({ task, sidecar }: FixContext): SidecarSocket | undefined {
    const address = listens(sidecar);
    const placed = address === undefined ? undefined : placeSocket(task, sidecar, address);
    return (
        placed && {
            volume: placed.volume,
            directory: normalizedPath(String(placed.mount.containerPath)),
            pathInVolume: placed.pathInVolume,
        }
    );
}
