import { label, quoted } from "../phrasing/names";
import { socketPath, normalizedPath } from "../../contract";
import { known } from "../../ecs/known";
import type { Container } from "../../ecs/task/task-definition";
import { rtdAddress } from "../../ecs/task/environment";
import { listens, placeSocket } from "../../ecs/task/socket";
import type { Fix, FixContext } from "./fix";
import { sidecarSocket } from "./sidecar-socket";

/** Gives the sidecar the volume on which its socket is, to write to. @throws Undecided */
export function fixSidecarMount(context: FixContext): Fix | undefined {
    const { task, sidecar } = context;
    const address = listens(sidecar);
    if (address === undefined) {
        return undefined;
    }
    const mounts = known(sidecar.mountPoints, sidecar.path, "mountPoints");
    const mount = placeSocket(task, sidecar, address)?.mount;
    if (mount === undefined) {
        return mounting(sidecar, modelsDirectory(address, context));
    }
    // One that it takes over from another container is none of its own.
    const at = mounts.indexOf(mount);
    return at === -1
        ? undefined
        : {
              edits: [{ path: [...sidecar.path, "mountPoints", at, "readOnly"], value: false }],
              note: `${label(sidecar)} can now write to volume ${quoted(String(mount.sourceVolume))}`,
          };
}

/** Gives a model container the volume on which the sidecar's socket is. @throws Undecided */
export function fixModelMount(model: Container, context: FixContext): Fix | undefined {
    return mounting(model, sidecarSocket(context));
}

interface Directory {
    readonly volume: string;
    readonly directory: string;
}

/**
 * Where all model containers have the socket that the sidecar names; undefined when they do not agree. @throws
 * Undecided
 */
function modelsDirectory(address: string, { task, models }: FixContext): Directory | undefined {
    const placed = models.map((model) => {
        const own = rtdAddress(model);
        return own !== undefined && socketPath(own) === socketPath(address) ? placeSocket(task, model, own) : undefined;
    });
    const [first, ...others] = placed.map(
        (one) => one && { volume: one.volume, directory: normalizedPath(String(one.mount.containerPath)) },
    );
    return others.every((other) => other?.volume === first?.volume && other?.directory === first?.directory)
        ? first
        : undefined;
}

/**
 * Mounts the volume in a container that has nothing there yet, and does not mount it elsewhere: else it could mean
 * something. @throws Undecided
 */
function mounting(container: Container, where: Directory | undefined): Fix | undefined {
    const path = [...container.path, "mountPoints"];
    const mounts = known(container.mountPoints, path);
    const isTaken = mounts.some(
        ({ sourceVolume, containerPath }) =>
            known(sourceVolume, path) === where?.volume ||
            normalizedPath(known(containerPath, path)) === where?.directory,
    );
    return where === undefined || isTaken
        ? undefined
        : {
              edits: [{ path, value: { sourceVolume: where.volume, containerPath: where.directory }, append: true }],
              note: `${label(container)} now mounts volume ${quoted(where.volume)} at ${quoted(where.directory)}`,
          };
}
