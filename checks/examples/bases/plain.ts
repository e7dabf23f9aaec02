import { neuronRtdName } from "../../../contract";
import type { Base } from "../example";

/** A task with nothing of Neuron. */
export const plainTask = {
    name: "a web task",
    roles: { model: "web", sidecar: neuronRtdName },
    definition: {
        family: "web",
        containerDefinitions: [{ name: "web", image: "nginx:1.25", essential: true, memory: 512 }],
    },
} satisfies Base;
