import { Runtime } from "../../contract";
import { inParts, UNKNOWN, whenKnown } from "../../ecs/known";
import { reading, taskOf } from "../stack/inference-starter";
import { capacityGroups } from "../stack/instances";
import { conflicts, type Conflict } from "../stack/neighbours";
import type { TaskStarter } from "../stack/stack-resources";
import { isWatcher } from "../../ecs/task/bystanders";
import { containersOf } from "../../ecs/task/containers";
import { smallestType } from "../../ecs/pool/offer";
import { ownTypes } from "../../ecs/task/member-of";
import { meansRuntime } from "../../ecs/task/runtime";
import { clashProblems, coreProblems, deviceProblems, existenceProblems, permissionProblems } from "./mapped-devices";
import type { Rule, Violation } from "./rule";
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
        if (isWatcher(container) !== true) {
            yield* permissionProblems(container);
        }
    },
    *perDefinition(task) {
        const placed = whenKnown(() => ownTypes(task));
        // What is wrong on any type is so on those that are not known.
        const types = placed === UNKNOWN ? undefined : placed;
        yield* inParts(
            () => deviceProblems(task),
            () => clashProblems(task, types),
            ...containersOf(task).flatMap((container) => [
                () => existenceProblems(container, types && smallestType(types, "chips")),
                () => (isWatcher(container) === true ? [] : coreProblems(container, types)),
            ]),
            () => void ownTypes(task),
        );
    },
    *perStarter(service, stack) {
        const task = service.isService ? taskOf(service) : undefined;
        if (task === undefined) {
            return;
        }
        const found = conflicts(service, task, stack);
        const parts: (() => Iterable<Violation>)[] = [];
        yield* inParts(
            // What is certain of some services is said also where others are not known.
            () => void Array.from(found, (conflict) => parts.push(() => sharedDevices(service, conflict))),
            () => inParts(...parts),
        );
    },
};

/** Without a daemon the tasks have no socket in common: what they share is devices. */
function* sharedDevices(service: TaskStarter, { other, arePlacedTogether }: Conflict): Iterable<Violation> {
    const next = taskOf(other);
    const isLibrary = next && meansRuntime(next.task, Runtime.Libnrt);
    if (isLibrary !== true) {
        return;
    }
    if (arePlacedTogether) {
        yield {
            path: ["taskDefinition"],
            subject: `${service.title} and ${other.title}`,
            problem:
                "place tasks on the same instances, where they want the same cores of Neuron devices, or more than " +
                "those have",
            remedy: "give each NEURON_RT_VISIBLE_CORES of its own, or a capacity provider of its own",
        };
    } else {
        // Capacity that is not known may be the same.
        capacityGroups(service);
        reading(other, () => capacityGroups(other));
    }
}
