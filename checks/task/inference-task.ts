import { namesInf1 } from "../cluster-query/inf1-placement";
import { fact } from "../facts";
import { any, anyOf, holds, UNKNOWN, type Known } from "../known";
import { unknownIdentity, isSidecar } from "./sidecar";
import { isNeuronDevice, isNeuronImage, isNeuronVariable } from "./signs";
import type { Container, TaskDefinition } from "./task-definition";

/** Whether a task definition is for inference on Inferentia; unknown while something that could say so is. */
export const isInferenceTask = fact((task: TaskDefinition): Known<boolean> => {
    const { containers, placementConstraints } = task;
    const ofContainers = anyOf(containers, (container) => any([isSidecar(container), hasNeuronSign(container)]));
    if (ofContainers === true) {
        return true;
    }
    return any([anyOf(placementConstraints, ({ expression }) => holds(expression, namesInf1)), ofContainers]);
});

/** Whether a container has something of Neuron about it: its image, a variable, or a device. */
export const hasNeuronSign = fact((container: Container): Known<boolean> =>
    any([
        holds(container.image, isNeuronImage),
        anyOf(container.environment, ({ name }) => holds(name, isNeuronVariable)),
        anyOf(container.devices, ({ hostPath }) => holds(hostPath, isNeuronDevice)),
    ]),
);

/** What is not known, and could say that a task definition is for inference. */
export function unknownSigns(task: TaskDefinition): readonly string[] {
    if (task.containers === UNKNOWN) {
        return ["containerDefinitions"];
    }
    const constraints = task.placementConstraints;
    const placement =
        constraints === UNKNOWN || constraints.some(({ expression }) => expression === UNKNOWN)
            ? ["placementConstraints"]
            : [];
    const ofContainers = task.containers.flatMap((container) => {
        const { path, environment, devices } = container;
        return [
            ...(isSidecar(container) === UNKNOWN ? [unknownIdentity(container)] : []),
            ...(anyOf(environment, ({ name }) => holds(name, isNeuronVariable)) === UNKNOWN
                ? [`${path}.environment`]
                : []),
            ...(anyOf(devices, ({ hostPath }) => holds(hostPath, isNeuronDevice)) === UNKNOWN
                ? [`${path}.linuxParameters.devices`]
                : []),
        ];
    });
    return [...ofContainers, ...placement];
}
