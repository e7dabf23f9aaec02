import { neuronEnvironment, unixAddress, normalizedPath } from "../../contract";
import { neuronRtdAddress } from "../rules/neuron-rtd-address";
import { declaredMounts } from "../../ecs/task/socket";
import type { Fix } from "./proposal";
import { sidecarSocket } from "./sidecar-socket";
import { settingVariable } from "./variable";

export const fixAddress: Fix = {
    rule: neuronRtdAddress,
    *perModel(model, context) {
        const socket = sidecarSocket(context);
        if (socket === undefined) {
            return;
        }
        const directories = declaredMounts(context.task, model)
            .filter(({ sourceVolume }) => sourceVolume === socket.volume)
            .map(({ containerPath }) => normalizedPath(String(containerPath)));
        const possible =
            directories.length === 0 || directories.includes(socket.directory) ? [socket.directory] : directories;
        if (possible.length > 1) {
            return;
        }
        for (const directory of possible) {
            const address = unixAddress(`${directory}/${socket.pathInVolume}`);
            yield settingVariable(model, neuronEnvironment.rtdAddress, address);
        }
    },
};
