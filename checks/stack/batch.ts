import {
    cpuUnitsPerVcpu,
    fargateCapacityProviders,
    isNeuronInstanceType,
    LaunchType,
    neuronInstanceTypes,
} from "../../contract";
import { UNKNOWN, type Known } from "../../ecs/known";
import type { Path } from "../../ecs/path";
import { at, firstAt, items, number, text } from "./fields";
import type { Places } from "./places";
import { kindOf } from "./resource-kind";
import type { SourceResource } from "./source-resource";

/**
 * The resources of a stack with those of AWS Batch as what Batch makes of them in ECS: a task definition of a job
 * definition, and a capacity provider of a compute environment.
 *
 * Sources: AWS Batch API Reference, RegisterJobDefinition and ComputeResource.
 */
export function withBatchAsEcs(resources: readonly SourceResource[]): readonly SourceResource[] {
    const environments = resources.filter(({ type }) => kindOf(type) === "computeEnvironment");
    return resources.flatMap((resource) => {
        switch (kindOf(resource.type)) {
            case "jobDefinition": {
                const tasks = tasksOf(resource);
                // What asks for Fargate is refused by itself.
                const platforms = items(at(resource.properties, "platformCapabilities"));
                const isOnFargate = platforms !== UNKNOWN && platforms.includes(LaunchType.Fargate);
                const isStarted = tasks.length > 0 && environments.length > 0 && !isOnFargate;
                return isStarted ? [...tasks, startedOn(environments, resource)] : tasks;
            }
            case "computeEnvironment":
                return capacityOf(resource);
            default:
                return [resource];
        }
    });
}

/** A container of a job, and where it stands. */
type Placed = readonly [container: unknown, path: Path];

/** The tasks that a job runs on ECS: one, or one for each range of the nodes of a parallel job. */
function tasksOf(resource: SourceResource): readonly SourceResource[] {
    const { properties } = resource;
    const single = parsed(at(properties, "containerProperties"));
    if (single !== undefined) {
        return [taskOf(resource, single, ["containerProperties"], [[single, ["containerProperties"]]])];
    }
    const several = inList(parsed(at(properties, "ecsProperties")), "taskProperties", ["ecsProperties"]);
    const nodes = inList(parsed(at(properties, "nodeProperties")), "nodeRangeProperties", ["nodeProperties"]);
    return [
        ...several.map(([task, path]) => taskOf(resource, task, path, inList(task, "containers", path))),
        ...nodes.flatMap(([range, path]) => {
            const container = at(range, "container");
            const inside = [...path, "container"];
            return container === undefined ? [] : [taskOf(resource, container, inside, [[container, inside]])];
        }),
    ];
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
    return { id: resource.id, type: "AWS::ECS::TaskDefinition", properties, identifiers: [resource.id], places };
}

/** A container as ECS has it; Batch names the only one of a job. */
function containerOf(container: unknown): unknown {
    if (container === UNKNOWN || typeof container !== "object" || container === null) {
        return container;
    }
    const requirements = items(at(container, "resourceRequirements"));
    const required = (type: string): unknown =>
        requirements === UNKNOWN
            ? UNKNOWN
            : at(
                  requirements.find((one) => at(one, "type") === type),
                  "value",
              );
    const vcpus = number(required("VCPU") ?? at(container, "vcpus"));
    const devices = items(at(container, "linuxParameters", "devices"));
    return {
        ...container,
        name: at(container, "name") ?? "default",
        cpu: vcpus === undefined || vcpus === UNKNOWN ? vcpus : vcpus * cpuUnitsPerVcpu,
        memory: number(required("MEMORY") ?? at(container, "memory")),
        resourceRequirements: requirements === UNKNOWN ? UNKNOWN : [],
        linuxParameters: { devices: devices === UNKNOWN ? UNKNOWN : devices.map(deviceOf) },
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

/** A job on the compute environment that is for it; not known where several may be, as queues are named with a job. */
function startedOn(environments: readonly SourceResource[], job: SourceResource): SourceResource {
    const types = environments.map((environment) => [environment, typesOf(environment)] as const);
    const suited = types.filter(([, own]) => own !== UNKNOWN && own.some(isNeuron));
    const isOpen = suited.length > 1 || types.some(([, own]) => own === UNKNOWN);
    const chosen = (suited.length === 1 ? suited : types).map(([{ id, properties }]) => {
        const type = text(at(properties, "computeResources", "type"));
        return { capacityProvider: typeof type === "string" && fargateCapacityProviders.includes(type) ? type : id };
    });
    const properties = { taskDefinition: job.id, capacityProviderStrategy: isOpen ? UNKNOWN : chosen };
    return { id: job.id, type: job.type, properties };
}

/** A compute environment as a capacity provider with a group of its types. */
function capacityOf({ id, properties }: SourceResource): readonly SourceResource[] {
    const types = typesOf({ properties });
    const overrides = types === UNKNOWN ? UNKNOWN : types.map((instanceType) => ({ instanceType }));
    const group = { mixedInstancesPolicy: { launchTemplate: { overrides } } };
    const provider = { autoScalingGroupProvider: { autoScalingGroupArn: id } };
    return [
        { id, type: "AWS::AutoScaling::AutoScalingGroup", properties: group, identifiers: [id] },
        { id, type: "AWS::ECS::CapacityProvider", properties: provider, identifiers: [id] },
    ];
}

/** Its instance types; a family stands for each of its sizes. */
function typesOf({ properties }: Pick<SourceResource, "properties">): Known<readonly Known<string>[]> {
    const resources = at(properties, "computeResources");
    const types = items(firstAt(resources, ["instanceTypes"], ["instanceType"]));
    return types === UNKNOWN
        ? UNKNOWN
        : types.flatMap((type): Known<string> | readonly string[] => {
              const family = neuronInstanceTypes.filter((one) => one.startsWith(`${String(type)}.`));
              return family.length > 0 ? family : (text(type) ?? UNKNOWN);
          });
}

function isNeuron(type: Known<string>): boolean {
    return type === UNKNOWN || isNeuronInstanceType(type);
}

function parsed(value: unknown): unknown {
    try {
        return typeof value === "string" ? (JSON.parse(value) as unknown) : value;
    } catch {
        return UNKNOWN;
    }
}
