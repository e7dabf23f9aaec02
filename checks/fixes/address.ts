import { neuronEnvironment, unixAddress, normalizedPath } from "../../contract";
import type { Container } from "../../ecs/task/task-definition";
import { declaredMounts } from "../../ecs/task/socket";
import type { Fix, FixContext } from "./fix";
import { sidecarSocket } from "./sidecar-socket";
import { settingVariable } from "./variable";

/** Names the sidecar's socket, where the model container mounts it or may. @throws Undecided */
export function fixAddress(model: Container, context: FixContext): Fix | undefined {
    const socket = sidecarSocket(context);
    if (socket === undefined) {
        return undefined;
    }
    const directories = declaredMounts(context.task, model)
        .filter(({ sourceVolume }) => sourceVolume === socket.volume)
        .map(({ containerPath }) => normalizedPath(String(containerPath)));
    const possible =
        directories.length === 0 || directories.includes(socket.directory) ? [socket.directory] : directories;
    const [directory, ...others] = possible;
    return directory === undefined || others.length > 0
        ? undefined
        : settingVariable(model, neuronEnvironment.rtdAddress, unixAddress(`${directory}/${socket.pathInVolume}`));
}
