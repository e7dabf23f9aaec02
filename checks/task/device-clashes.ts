import { known } from "../known";
import { coresOf, mappedDevices } from "./cores";
import { endConditions, label, type Container, type TaskDefinition } from "./task-definition";

/** Two containers of a task that want the same NeuronCores. */
export interface DeviceClash {
    readonly path: string;
    readonly message: string;
}

/**
 * The containers that share a Neuron device without taking different cores of it; each is told once. Those that never
 * run at once share nothing. @throws Undecided
 */
export function* deviceClashes({ containers }: TaskDefinition): Iterable<DeviceClash> {
    const all = known(containers, "containerDefinitions").filter((container) => mappedDevices(container).length > 0);
    for (const [index, container] of all.entries()) {
        for (const other of all.slice(0, index)) {
            const device = sharedDevice(container, other);
            if (device !== undefined && !differ(other, container) && !isAwaited(other, container)) {
                yield {
                    path: `${container.path}.linuxParameters.devices`,
                    message:
                        `${label(container)} and ${label(other)} both map /dev/neuron${device}, and do not take ` +
                        "different cores of it, so that the second to start gets none: map different devices, or " +
                        "give each NEURON_RT_VISIBLE_CORES of its own",
                };
                break;
            }
        }
    }
}

/** The first of a container's devices that another one maps too. */
function sharedDevice(container: Container, other: Container): number | undefined {
    const devices = mappedDevices(other);
    return mappedDevices(container).find((device) => devices.includes(device));
}

/** Whether each restricts itself, and to no core that the other names. */
function differ(one: Container, other: Container): boolean {
    const [cores, others] = [coresOf(one), coresOf(other)];
    if (cores === undefined || others === undefined) {
        return false;
    }
    return cores.indexes?.some((core) => others.indexes?.includes(core)) !== true;
}

/** Whether one waits for the end of the other. */
function isAwaited(one: Container, other: Container): boolean {
    const waits = ({ dependsOn, path }: Container, awaited: Container) => {
        const at = `${path}.dependsOn`;
        return known(dependsOn, at).some(
            ({ containerName, condition }) =>
                known(containerName, at) === known(awaited.name, `${awaited.path}.name`) &&
                endConditions.includes(known(condition, at)),
        );
    };
    return waits(one, other) || waits(other, one);
}
