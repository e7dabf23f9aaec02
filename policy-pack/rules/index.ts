import { neuronRtdAddress } from "./neuron-rtd-address";
import { neuronRtdCapabilities } from "./neuron-rtd-capabilities";
import { neuronRtdSharedVolume } from "./neuron-rtd-shared-volume";
import { neuronRtdSidecar } from "./neuron-rtd-sidecar";
import { neuronRtdStartsFirst } from "./neuron-rtd-starts-first";
import { neuronVisibleDevices } from "./neuron-visible-devices";
import type { TaskRule } from "./rule";

/** Every rule over a task definition, in the order in which the documents list them. */
export const taskRules: readonly TaskRule[] = [
    neuronRtdSidecar,
    neuronRtdStartsFirst,
    neuronRtdCapabilities,
    neuronRtdSharedVolume,
    neuronRtdAddress,
    neuronVisibleDevices,
];
