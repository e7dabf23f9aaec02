import { isKnownNeuronType, onePerInstance } from "../../contract";
import { known, Undecided } from "../../ecs/known";
import { offerOf } from "../../ecs/pool/offer";
import { hostPortsOf } from "../../ecs/task/host-ports";
import type { Property } from "../../ecs/path";
import { sizeOf } from "../../ecs/task/task-size";
import { named } from "../phrasing/names";
import { fargateOf, isInferenceStarter, reading, taskOf } from "../stack/inference-starter";
import { capacityGroups, hasManagedInstances, instanceTypesOf, maxInstances } from "../stack/instances";
import type { AutoScalingGroup, TaskStarter } from "../stack/stack-resources";
import type { Rule } from "./rule";
import { sources } from "./sources";

const path = ["maxCapacity"];

export const scalingFitsPool: Rule = {
    name: "scaling-fits-pool",
    summary: "A service is not scaled to more tasks than the instances of its capacity providers can hold.",
    severity: "medium",
    level: "advisory",
    why:
        "Tasks above what the Auto Scaling groups can hold stay in PROVISIONING, and give up after a while: the load " +
        "for which they were started is never served, and alarms keep asking for them.",
    fix:
        "Lower the maximum capacity of the scalable target, or raise the maximum size of the Auto Scaling group: by " +
        "one instance for each task where tasks have one each, by distinctInstance or a static host port.",
    sources: [sources.registerScalableTarget, sources.managedScaling, sources.portMapping],
    *perScalableTarget({ id, service: reference, maxCapacity }) {
        const { targets } = known(reference, ["resourceId"]);
        const [service, ...others] = targets;
        if (service === undefined) {
            return;
        }
        if (others.length > 0) {
            throw new Undecided({ path: ["resourceId"] });
        }
        const onInstances = reading(service, () => isOnInstances(service));
        const groups = onInstances ? reading(service, () => capacityGroups(service)) : undefined;
        if (groups === undefined) {
            return;
        }
        const each = reading(service, () => maxTasksEach(service, groups));
        const instances = reading(service, () => maxInstances(groups));
        // A task that no instance holds is none of scaling's: neuron-task-fits says so.
        const isBound = instances !== Infinity && each !== undefined && each.tasks > 0;
        const max = isBound ? (known(maxCapacity, path) ?? 0) : 0;
        if (each === undefined || max <= instances) {
            return;
        }
        const capacity = each.tasks * instances;
        if (max > capacity) {
            yield {
                path,
                subject: `scalable target ${named(id)}`,
                given: `has a maximum capacity of ${max}`,
                problem:
                    `the capacity providers of ${service.title} hold at most ${capacity} tasks: ${instances} ` +
                    `${instances === 1 ? "instance" : "instances"} (maxSize), ${each.why}`,
                remedy:
                    `lower it to ${capacity}, or raise maxSize of the Auto Scaling group to ` +
                    `${Math.ceil(max / each.tasks)}`,
            };
        } else if (each.unknown !== undefined) {
            throw new Undecided(each.unknown);
        }
    },
};

/** Whether an inference service has tasks on instances of its own capacity providers' groups. @throws Undecided */
function isOnInstances(service: TaskStarter): boolean {
    return (
        known(isInferenceStarter(service), ["taskDefinition"]) &&
        fargateOf(service) === undefined &&
        !hasManagedInstances(service) &&
        known(service.schedulingStrategy, ["schedulingStrategy"]) !== "DAEMON"
    );
}

/** How many tasks of a service an instance holds at most, and why. */
interface TasksEach {
    readonly tasks: number;
    readonly why: string;
    /** What is not known, and may make it less. */
    readonly unknown?: Property | undefined;
}

/** Undefined where the stack does not show the task definition. @throws Undecided */
function maxTasksEach(service: TaskStarter, groups: readonly AutoScalingGroup[]): TasksEach | undefined {
    const constraints = known(service.placementConstraints, ["placementConstraints"]);
    if (constraints.some(({ type }) => type === onePerInstance.type)) {
        return { tasks: 1, why: `one task on each (${onePerInstance.type})` };
    }
    const definition = taskOf(service);
    if (definition === undefined) {
        return undefined;
    }
    const { held, unknown } = hostPortsOf(definition.task);
    const [port] = held;
    if (port !== undefined) {
        return { tasks: 1, why: `one task on each, which holds its host port ${port.port}` };
    }
    const { memoryMiB, cpuUnits } = sizeOf(definition.task);
    const types = groups.map((group) => instanceTypesOf(group)).flatMap((some) => some ?? [""]);
    const fitting = Math.max(0, ...types.map((type) => tasksOn(type, memoryMiB.least, cpuUnits.least)));
    const unknownSize = unknown ?? memoryMiB.unknown ?? cpuUnits.unknown;
    return {
        tasks: fitting,
        why: `${fitting === 1 ? "one task" : `${fitting} tasks`} on each, by memory and CPU`,
        unknown: unknownSize && { path: unknownSize, owner: definition.id },
    };
}

/** Without a limit where the type is not known here, or the task has no size. */
function tasksOn(type: string, memoryMiB: number, cpuUnits: number): number {
    if (!isKnownNeuronType(type)) {
        return Infinity;
    }
    const offer = offerOf(type);
    return Math.floor(Math.min(offer.memoryMiB / memoryMiB, offer.cpuUnits / cpuUnits));
}
