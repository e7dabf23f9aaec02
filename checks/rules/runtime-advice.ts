import { neuronRtdName, Runtime } from "../../contract";
import { UNKNOWN, whenKnown } from "../../ecs/known";
import { ownTypes } from "../../ecs/task/member-of";
import { neuronDeviceRequirement } from "../../ecs/task/signs";
import type { TaskOptions } from "./rule";
import type { TaskDefinition } from "../../ecs/task/task-definition";

const advice: Readonly<Record<Runtime, string>> = {
    [Runtime.NeuronRtd]: [
        `for ${Runtime.NeuronRtd}, on Inf1 only, add a container named ${neuronRtdName}`,
        `with the ${neuronRtdName} image`,
    ].join(" "),
    [Runtime.Libnrt]:
        `for ${Runtime.Libnrt} map the devices in the model container ("linuxParameters": {"devices": ` +
        '[{"hostPath": "/dev/neuron0", …}]})',
    [Runtime.Managed]:
        `for ECS Managed Instances require them ("resourceRequirements": [{"type": "${neuronDeviceRequirement}", ` +
        '"value": "ALL"}])',
};

/**
 * How a task gets Neuron devices where it is placed, in each of some runtimes, as one remedy of a message: the daemon
 * drives Inf1 only, and ECS assigns no devices there.
 */
export function adviceFor(task: TaskDefinition, options: TaskOptions): string {
    const { runtimes } = options;
    const types = typesOf(task, options);
    const able = runtimes.filter((runtime) => canRun(runtime, types));
    return able.length === 0
        ? `place the task where ${runtimes.join(" or ")} can run`
        : able.map((runtime) => advice[runtime]).join(", or ");
}

/** The types on which a task's own constraints, or else its services, place it; undefined where that is not known. */
export function typesOf(task: TaskDefinition, { placedTypes }: TaskOptions): readonly string[] | undefined {
    const types = whenKnown(() => ownTypes(task));
    return types === UNKNOWN ? undefined : (types ?? placedTypes);
}

/** Whether a runtime can run on one of some types; undefined for any. */
export function canRun(runtime: Runtime, types: readonly string[] | undefined): boolean {
    const isInf1 = (type: string) => type.startsWith("inf1.");
    switch (runtime) {
        case Runtime.NeuronRtd:
            return types?.some(isInf1) ?? true;
        case Runtime.Managed:
            return types?.some((type) => !isInf1(type)) ?? true;
        default:
            return true;
    }
}
