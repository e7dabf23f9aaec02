import { allDevices, neuronEnvironment } from "../../contract";
import { neuronVisibleDevices } from "../rules/neuron-visible-devices";
import { settings } from "../../ecs/task/environment";
import type { Fix } from "./proposal";
import { settingVariable } from "./variable";

export const fixVisibleDevices: Fix = {
    rule: neuronVisibleDevices,
    *perSidecar(context) {
        const given = settings(context.sidecar, neuronEnvironment.visibleDevices);
        if (given.every(({ value }) => isNoChoice(value))) {
            yield settingVariable(context.sidecar, neuronEnvironment.visibleDevices, allDevices);
        }
    },
};

/** Whoever writes `2,1` chose two devices: to show the daemon all of them would undo the choice. */
function isNoChoice(value: string): boolean {
    const text = value.trim();
    return text === "" || text.toUpperCase() === allDevices;
}
