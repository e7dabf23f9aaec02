import { neuronEnvironment, neuronRtdName } from "../../contract";
import { Runtime } from "../configuration/options";
import { known } from "../known";
import { variable } from "../task/environment";
import type { Roles } from "../task/roles";
import { isNeuronDevice } from "../task/signs";
import { label, type Container, type TaskDefinition } from "../task/task-definition";
import type { Violation } from "./rule";

/** Whether a task without a sidecar is set up for Runtime 2.x: a container has Neuron devices, and none a socket. */
export function usesLibnrt({ containers }: TaskDefinition): boolean {
    const all = known(containers, "containerDefinitions");
    return (
        all.some(mapsNeuronDevice) &&
        all.every((container) => variable(container, neuronEnvironment.rtdAddress) === undefined)
    );
}

/** What is wrong with a task where Runtime 2.x alone is accepted. */
export function* libnrtProblems(task: TaskDefinition, { sidecars }: Roles): Iterable<Violation> {
    for (const sidecar of sidecars) {
        yield {
            path: sidecar.path,
            message:
                `${label(sidecar)} is a ${neuronRtdName} sidecar, but only the runtime ${Runtime.Libnrt} is ` +
                "accepted here: remove it, and map the Neuron devices in the model container",
        };
    }
    if (sidecars.length === 0 && !usesLibnrt(task)) {
        yield {
            path: "containerDefinitions",
            message:
                `no container is set up for the runtime ${Runtime.Libnrt}, the only one that is accepted here: map ` +
                'the Neuron devices ("linuxParameters": {"devices": [{"hostPath": "/dev/neuron0", …}]}) in the ' +
                `model container, without ${neuronEnvironment.rtdAddress}`,
        };
    }
}

function mapsNeuronDevice(container: Container): boolean {
    const path = `${container.path}.linuxParameters.devices`;
    return known(container.devices, path).some(({ hostPath }) => isNeuronDevice(known(hostPath, path)));
}
