import { allDevices, neuronEnvironment } from "../../contract";
import { neuronVisibleDevices } from "../rules/neuron-visible-devices";
import type { Fix } from "./proposal";
import { settingVariable } from "./variable";

export const fixVisibleDevices: Fix = {
    rule: neuronVisibleDevices,
    *perSidecar(context) {
        yield settingVariable(context.sidecar, neuronEnvironment.visibleDevices, allDevices, context);
    },
};
