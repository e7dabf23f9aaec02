import { fargateCapacityProviders, isNeuronInstanceType, LaunchType, neuronInstanceTypes } from "../../../contract";
import { UNKNOWN, type Known } from "../../../ecs/known";
import { at, firstAt, items, text } from "../fields";
import { kindOf } from "../resource-kind";
import type { SourceResource } from "../source-resource";
import { tasksOf } from "./batch-job";

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
