import { imageName } from "../../contract/image";
import { isNeuronDevice } from "../task/signs";
import { neuronEnvironment, neuronRtdName } from "../../contract";
import { known } from "../known";
import type { TaskRule } from "./rule";
import { label, quoted, type Container, type TaskDefinition } from "../task/task-definition";
import { variable } from "../task/roles";
import { Runtime } from "../configuration/options";
import { matchesPattern } from "../configuration/pattern";

/** The sidecar rule for tasks that may use either runtime: one that uses Runtime 2.x needs no sidecar. */
export function acceptsLibnrt(rule: TaskRule): TaskRule {
    return {
        ...rule,
        *perTask(task, parts) {
            if (parts.sidecars.length > 0 || !usesLibnrt(task)) {
                yield* rule.perTask?.(task, parts) ?? [];
            }
        },
    };
}

/** The rule that stands in the sidecar rule's place where Runtime 1.x is not accepted. */
export function acceptsOnlyLibnrt(rule: TaskRule): TaskRule {
    return {
        ...rule,
        perSidecar: undefined,
        *perTask(task, { sidecars }) {
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
                        `no container is set up for the runtime ${Runtime.Libnrt}, the only one that is accepted ` +
                        "here: map the Neuron devices " +
                        '("linuxParameters": {"devices": [{"hostPath": "/dev/neuron0", …}]}) in the model ' +
                        `container, without ${neuronEnvironment.rtdAddress}`,
                };
            }
        },
    };
}

/** What the sidecar rule demands besides: that the sidecar's image comes from one of some repositories. */
export function allowsImages(rule: TaskRule, allowed: readonly string[]): TaskRule {
    return {
        ...rule,
        perTask: undefined,
        *perSidecar(sidecar) {
            const path = `${sidecar.path}.image`;
            const repository = imageName(known(sidecar.image, path));
            if (!allowed.some((pattern) => matchesPattern(pattern, repository))) {
                yield {
                    path,
                    message:
                        `${label(sidecar)} has an image of ${quoted(repository)}, but it must come from ` +
                        `${allowed.join(" or ")}: use an image from there`,
                };
            }
        },
    };
}

/**
 * Whether a task without a sidecar is set up for Runtime 2.x: Neuron devices in a container, and no socket of a daemon.
 */
function usesLibnrt({ containers }: TaskDefinition): boolean {
    const all = known(containers, "containerDefinitions");
    return (
        all.some(mapsNeuronDevice) &&
        all.every((container) => variable(container, neuronEnvironment.rtdAddress) === undefined)
    );
}

function mapsNeuronDevice(container: Container): boolean {
    const path = `${container.path}.linuxParameters.devices`;
    return known(container.devices, path).some((device) => isNeuronDevice(known(device, path)));
}
