import { neuronEnvironment, unixAddress, normalizedPath } from "../../contract";
import { neuronRtdAddress } from "../rules/neuron-rtd-address";
import { declaredMounts } from "../task/socket";
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
        const [directory, ...others] =
            directories.length === 0 || directories.includes(socket.directory) ? [socket.directory] : directories;
        if (directory !== undefined && others.length === 0) {
            yield settingVariable(
                model,
                neuronEnvironment.rtdAddress,
                unixAddress(`${directory}/${socket.pathInVolume}`),
                context,
            );
        }
    },
};
