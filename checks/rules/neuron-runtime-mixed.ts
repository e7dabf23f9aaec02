import { isNeuronDevice } from "../task/signs";
import { neuronEnvironment } from "../../contract";
import { known, Undecided, UNKNOWN } from "../known";
import { label, quoted } from "../task/task-definition";
import { rtdAddress } from "../task/environment";
import type { TaskRule } from "./rule";
import { sources } from "./sources";

const { rtdAddress: name } = neuronEnvironment;

export const neuronRuntimeMixed: TaskRule = {
    name: "neuron-runtime-mixed",
    summary: `No container is set up for both Neuron runtimes at once: Neuron devices of its own, and ${name}.`,
    severity: "high",
    level: "mandatory",
    why:
        "Runtime 1.x reaches the chips through the daemon in the sidecar, Runtime 2.x through devices in the model " +
        "container itself. With both, the container and the daemon compete for the same chips, and one of them fails.",
    fix:
        'Remove the /dev/neuron devices from "linuxParameters.devices" to use the neuron-rtd sidecar, or remove ' +
        `${name} (and the sidecar) to use Runtime 2.x.`,
    sources: [sources.runtime2],
    *perContainer(container) {
        const path = `${container.path}.linuxParameters.devices`;
        const devices = known(container.devices, path).map(({ hostPath }) => hostPath);
        const mapped = devices.filter((device) => device !== UNKNOWN).filter(isNeuronDevice);
        if (mapped.length === 0 && !devices.includes(UNKNOWN)) {
            return;
        }
        const address = rtdAddress(container);
        if (address === undefined) {
            return;
        }
        if (mapped.length === 0) {
            throw new Undecided(path);
        }
        yield {
            path,
            message:
                `${label(container)} maps ${mapped
                    .slice(0, 3)
                    .map((device) => quoted(device))
                    .join(", ")}${mapped.length > 3 ? ", …" : ""} for Runtime 2.x, and has ${name} for Runtime 1.x; ` +
                `it must be set up for one of the two: remove the devices, or remove ${name}`,
        };
    },
};
