import type { Known } from "../known";
import type { NeuronRuntime } from "../../contract/runtimes";
import type { ContainerDefinition } from "./container";
import { libnrtContainers } from "./libnrt";
import { daemon, neuronRtdContainers, neuronRtdVolumes } from "./neuron-rtd";
import { stored, mapKnown } from "./stored";
import { memoryOf, unknownDaemon, ofEcsOnly, type NeuronTask } from "./task";
import type { Volume } from "./volume";

/** What a runtime makes of a task. */
interface Renderer {
    /** The container definitions, which are in JSON what `register-task-definition` takes. */
    readonly containers: (task: NeuronTask) => Known<ContainerDefinition>[];
    /** The volumes that the runtime itself needs. */
    readonly volumes: (task: Pick<NeuronTask, "neuronRtd">) => Volume[];
}

/** How the task of each runtime is set up. */
export const renderers: Readonly<Record<NeuronRuntime, Renderer>> = {
    "neuron-rtd": { containers: neuronRtdContainers, volumes: neuronRtdVolumes },
    libnrt: { containers: libnrtContainers, volumes: () => [] },
};

/** The containers while the runtime is not known: each as it is certain, and a daemon that may be. */
export function containersOfAnyRuntime(task: NeuronTask): Known<ContainerDefinition>[] {
    return [
        ...task.containers.map((container) =>
            mapKnown(container, (given) => stored({ ...ofEcsOnly(given), ...memoryOf(given, task) }, task)),
        ),
        ...task.sidecars.map((container) => mapKnown(container, (given) => stored(given, task))),
        daemon({ ...task, neuronRtd: unknownDaemon }),
    ];
}
