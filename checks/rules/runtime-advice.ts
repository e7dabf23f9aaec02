import { neuronRtdName, Runtime } from "../../contract";
import { neuronDeviceRequirement } from "../../ecs/task/signs";

const advice: Readonly<Record<Runtime, string>> = {
    [Runtime.NeuronRtd]: [
        `for ${Runtime.NeuronRtd} add a container named ${neuronRtdName}`,
        `with the ${neuronRtdName} image`,
    ].join(" "),
    [Runtime.Libnrt]:
        `for ${Runtime.Libnrt} map the devices in the model container ("linuxParameters": {"devices": ` +
        '[{"hostPath": "/dev/neuron0", …}]})',
    [Runtime.Managed]:
        `for ECS Managed Instances require them ("resourceRequirements": [{"type": "${neuronDeviceRequirement}", ` +
        '"value": "ALL"}])',
};

/** How a task gets Neuron devices, in each of some runtimes, as one remedy of a message. */
export function adviceFor(runtimes: readonly Runtime[]): string {
    return runtimes.map((runtime) => advice[runtime]).join(", or ");
}
