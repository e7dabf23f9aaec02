import { inf1Placement } from "../cluster-query/inf1-placement";
import {
    allDevices,
    describeChips,
    inf1InstanceTypes,
    inf1Sizes,
    neuronEnvironment,
    parseVisibleDevices,
    visibleDevicesProblems,
    type Inf1InstanceType,
} from "../../contract";
import { fargateOf, readingTask, taskOf } from "../stack/inference-service";
import { named, type Service } from "../stack/stack-resources";
import { expressionsOf, launchedTypes } from "../stack/service-placement";
import { label, quoted, type Container, type TaskDefinition } from "../task/task-definition";
import { values } from "../task/environment";
import { rolesOf } from "../task/roles";
import { boundingInstanceType } from "../task/member-of";
import type { Rule } from "./rule";
import { sources } from "./sources";

const { visibleDevices: name } = neuronEnvironment;

export const neuronDevicesExist: Rule = {
    name: "neuron-devices-exist",
    summary: `The devices that ${name} names exist on every Inf1 size on which a service may place the task.`,
    severity: "high",
    level: "mandatory",
    why:
        "A list of devices fits a size, but the size is chosen elsewhere: by the service's placement constraint, " +
        "or by " +
        "the launch template behind its capacity provider. On an instance with fewer chips the daemon fails.",
    fix: `Set ${name} to ${allDevices} on the sidecar, or place the service's tasks on a size that has the devices.`,
    sources: [sources.inferenceGuide, sources.inf1Sizes],
    *perService(service) {
        const lists = deviceLists(service);
        const type = lists.length > 0 && fargateOf(service) === undefined ? smallestType(service) : undefined;
        if (type === undefined) {
            return;
        }
        for (const { task, sidecar, value, devices } of lists) {
            if (devices.some((device) => device >= inf1Sizes[type].inferentiaChips)) {
                yield {
                    path: "taskDefinition",
                    message:
                        `service ${named(service.id)} may place tasks of ${named(task)} on ${type}, which has ` +
                        `${describeChips(type)}, but ${label(sidecar)} has ${name} ${quoted(value)}: ` +
                        `set it to ${allDevices}, or place the tasks on a size that has the devices`,
                };
            }
        }
    },
};

interface DeviceList {
    /** The id of the task definition. */
    readonly task: string;
    readonly sidecar: Container;
    readonly value: string;
    readonly devices: readonly number[];
}

/**
 * The lists of the service's task definition that name devices by index, without those that the definition alone shows
 * to be wrong.
 */
function deviceLists(service: Service): readonly DeviceList[] {
    const definition = taskOf(service);
    return definition === undefined
        ? []
        : readingTask(definition, (task) => listsIn(task).map((list) => ({ task: definition.id, ...list })));
}

function listsIn(task: TaskDefinition): readonly Omit<DeviceList, "task">[] {
    const lists = rolesOf(task).sidecars.flatMap((sidecar) =>
        values(sidecar, name).flatMap((value) => {
            const parsed = parseVisibleDevices(value);
            return "devices" in parsed && parsed.devices !== allDevices
                ? [{ sidecar, value, devices: parsed.devices }]
                : [];
        }),
    );
    return lists.filter(({ value }) => visibleDevicesProblems(value, boundingInstanceType(task)).length === 0);
}

/**
 * Of the Inf1 sizes on which the service's tasks may be placed the one with the fewest chips; undefined where the stack
 * does not show them.
 */
function smallestType(service: Service): Inf1InstanceType | undefined {
    const placement = inf1Placement(expressionsOf(service));
    const launched = launchedTypes(service);
    const isLaunched = (type: Inf1InstanceType) =>
        launched === undefined ? placement?.others === false : launched.includes(type);
    // Types stand in the order of their chips.
    return inf1InstanceTypes.find((type) => isLaunched(type) && placement?.possible.includes(type));
}
