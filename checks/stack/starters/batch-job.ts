import { cpuUnitsPerVcpu, isNeuronInstanceType } from "../../../contract";
import { UNKNOWN } from "../../../ecs/known";
import type { Path } from "../../../ecs/path";
import { at, items, number } from "../fields";
import type { Places } from "../places";
import { namesOf } from "../references";
import type { SourceResource } from "../source-resource";

/** A container of a job, and where it stands. */
type Placed = readonly [container: unknown, path: Path];

/** The tasks that a job runs on ECS: one, or one for each range of the nodes of a parallel job. */
export function tasksOf(resource: SourceResource): readonly SourceResource[] {
    const { properties } = resource;
    const single = parsed(at(properties, "containerProperties"));
    if (single !== undefined) {
        return [taskOf(resource, single, ["containerProperties"], [[single, ["containerProperties"]]])];
    }
    const nodes = inList(parsed(at(properties, "nodeProperties")), "nodeRangeProperties", ["nodeProperties"]);
    return [
        ...tasksIn(resource, properties, []),
        ...nodes.flatMap(([range, path]) => {
            const container = at(range, "container");
            const inside = [...path, "container"];
            const tasks =
                container === undefined
                    ? tasksIn(resource, range, path)
                    : [taskOf(resource, container, inside, [[container, inside]])];
            const type = at(container, "instanceType") ?? firstOf(at(range, "instanceTypes"));
            const placementConstraints = placedOn(type);
            return tasks.map((task) => ({
                ...task,
                properties: { ...task.properties, placementConstraints, nodeRange: range },
            }));
        }),
    ];
}

function firstOf(list: unknown): unknown {
    return Array.isArray(list) && list.length === 1 ? (list as unknown[])[0] : list;
}

/** What a placement constraint would say of the type that nodes of a job name; nothing where it has no chips. */
function placedOn(type: unknown): readonly unknown[] | undefined {
    return typeof type === "string" && isNeuronInstanceType(type)
        ? [{ type: "memberOf", expression: `attribute:ecs.instance-type == ${type}` }]
        : undefined;
}

/** Whether a task runs on some of the nodes of a parallel job, which can name their instance types themselves. */
export function isOfNodes(task: SourceResource): boolean {
    return at(task.properties, "nodeRange") !== undefined;
}

/** Whether a task runs on nodes that name a type with chips, whatever the queue has besides. */
export function isOnOwnType(task: SourceResource): boolean {
    return isOfNodes(task) && at(task.properties, "placementConstraints") !== undefined;
}

/** The tasks of several containers. */
function tasksIn(resource: SourceResource, holder: unknown, path: Path): readonly SourceResource[] {
    const several = inList(parsed(at(holder, "ecsProperties")), "taskProperties", [...path, "ecsProperties"]);
    return several.map(([task, inside]) => taskOf(resource, task, inside, inList(task, "containers", inside)));
}

/** The items of a list, with their paths. */
function inList(holder: unknown, key: string, path: Path): readonly Placed[] {
    const list = items(at(holder, key));
    return list === UNKNOWN
        ? [[UNKNOWN, [...path, key]]]
        : list.map((item, index) => [item, [...path, key, index]] as const);
}

function taskOf(resource: SourceResource, task: unknown, path: Path, containers: readonly Placed[]): SourceResource {
    const places: Places = [
        ...containers.map(([, place], index) => [["containerDefinitions", index], place] as const),
        [["containerDefinitions"], path],
        [["requiresCompatibilities"], ["platformCapabilities"]],
        [[], path],
    ];
    const properties = {
        containerDefinitions: containers.map(([container]) => containerOf(container)),
        volumes: at(task, "volumes"),
        requiresCompatibilities: at(resource.properties, "platformCapabilities"),
        runtimePlatform: at(task, "runtimePlatform"),
    };
    return {
        id: resource.id,
        type: "AWS::ECS::TaskDefinition",
        properties,
        identifiers: [resource.id, ...namesOf(resource)],
        places,
    };
}

/** The name of the only container of a job. */
export const onlyContainer = "default";

/** A container as ECS has it. */
function containerOf(container: unknown): unknown {
    if (container === UNKNOWN || typeof container !== "object" || container === null) {
        return container;
    }
    const devices = items(at(container, "linuxParameters", "devices"));
    return {
        ...container,
        name: at(container, "name") ?? onlyContainer,
        ...sizesOf(container),
        resourceRequirements: items(at(container, "resourceRequirements")) === UNKNOWN ? UNKNOWN : [],
        linuxParameters: { devices: devices === UNKNOWN ? UNKNOWN : devices.map(deviceOf) },
    };
}

/** The CPU units and the memory that a container, or an override of one, requires. */
export function sizesOf(container: unknown): { readonly cpu: unknown; readonly memory: unknown } {
    const requirements = items(at(container, "resourceRequirements"));
    const required = (type: string): unknown =>
        requirements === UNKNOWN
            ? UNKNOWN
            : at(
                  requirements.find((one) => at(one, "type") === type),
                  "value",
              );
    const vcpus = number(required("VCPU") ?? at(container, "vcpus"));
    return {
        cpu: vcpus === undefined || vcpus === UNKNOWN ? vcpus : vcpus * cpuUnitsPerVcpu,
        memory: number(required("MEMORY") ?? at(container, "memory")),
    };
}

/** Batch has the permissions of a device in capitals. */
function deviceOf(device: unknown): unknown {
    const permissions = at(device, "permissions");
    return Array.isArray(permissions)
        ? {
              ...(device as object),
              permissions: permissions.map((one: unknown) => (typeof one === "string" ? one.toLowerCase() : one)),
          }
        : device;
}

function parsed(value: unknown): unknown {
    try {
        return typeof value === "string" ? (JSON.parse(value) as unknown) : value;
    } catch {
        return UNKNOWN;
    }
}
