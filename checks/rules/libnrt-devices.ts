import { Runtime } from "../configuration/options";
import { known } from "../known";
import { taskOf } from "../stack/inference-service";
import { conflicts } from "../stack/neighbours";
import { named } from "../stack/stack-resources";
import { deviceClashes } from "../task/device-clashes";
import { fewestChips, ownTypes } from "../task/member-of";
import { meansRuntime } from "../task/runtime";
import { coreProblems, existenceProblems, permissionProblems } from "./mapped-devices";
import type { Rule } from "./rule";
import { sources } from "./sources";

export const libnrtDevices: Rule = {
    name: "libnrt-devices",
    summary:
        "The Neuron devices that containers map exist, can be read and written, and are shared only by containers " +
        "and tasks that take different cores of them.",
    severity: "critical",
    level: "mandatory",
    runtimes: [Runtime.Libnrt],
    why:
        "The runtime library opens the devices that its container maps. A path that the instance does not have keeps " +
        "the task from starting, one that is mapped for reading only fails at the first model, and of two that take " +
        "all cores of a chip the second gets none.",
    fix:
        'Map /dev/neuron0 and those after it that the instance type has, with the permissions ["read", "write"], ' +
        "each in one container, or give each container that shares one NEURON_RT_VISIBLE_CORES of its own.",
    sources: [sources.neuronTaskDefinition, sources.neuronRuntimeConfiguration],
    *perContainer(container) {
        yield* permissionProblems(container);
    },
    *perDefinition(task) {
        for (const { path, message } of deviceClashes(task)) {
            yield { path, message };
        }
        const types = ownTypes(task);
        for (const container of known(task.containers, "containerDefinitions")) {
            yield* existenceProblems(container, types && fewestChips(types));
            yield* coreProblems(container, types);
        }
    },
    *perService(service, stack) {
        const task = taskOf(service);
        for (const { other, common, arePlacedTogether } of task === undefined ? [] : conflicts(service, task, stack)) {
            const next = taskOf(other);
            const isLibnrt = next !== undefined && meansRuntime(next.task, Runtime.Libnrt) === true;
            if (common.devices && arePlacedTogether && isLibnrt) {
                yield {
                    path: "taskDefinition",
                    message:
                        `service ${named(service.id)} and service ${named(other.id)} place tasks on the same ` +
                        "instances, where both take all cores of the same Neuron devices: give each " +
                        "NEURON_RT_VISIBLE_CORES of its own, or a capacity provider of its own",
                };
            }
        }
    },
};
