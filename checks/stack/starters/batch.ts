import { isNeuronInstanceType, LaunchType, neuronInstanceTypes } from "../../../contract";
import { UNKNOWN, type Known } from "../../../ecs/known";
import { at, firstAt, items, text } from "../fields";
import { namesOf } from "../references";
import { kindOf, type Kind } from "../resource-kind";
import type { SourceResource } from "../source-resource";
import { isOfNodes, isOnOwnType, tasksOf } from "./batch-job";
import { providerOf } from "./job-submission";

/**
 * The resources of a stack with those of AWS Batch as what Batch makes of them in ECS: a task definition of a job
 * definition, and a capacity provider of a compute environment.
 *
 * Sources: AWS Batch API Reference, RegisterJobDefinition and ComputeResource.
 */
export function withBatchAsEcs(resources: readonly SourceResource[]): readonly SourceResource[] {
    const environments = resources.filter(
        ({ type, properties }) =>
            kindOf(type) === "computeEnvironment" && at(properties, "eksConfiguration") === undefined,
    );
    const submitting = resources.filter(({ type }) => submitters.includes(kindOf(type) ?? "cluster"));
    const into = new Set(submitting.flatMap(({ dependencies = {} }) => Object.values(dependencies).flat()));
    const texts = new Set(submitting.flatMap(({ properties }) => textsIn(properties)));
    const isSubmitted = (job: SourceResource) => into.has(job.id) || namesOf(job).some((name) => texts.has(name));
    return resources.flatMap((resource) => {
        switch (kindOf(resource.type)) {
            case "jobDefinition": {
                const tasks = tasksOf(resource);
                // What asks for Fargate is refused by itself.
                const platforms = items(at(resource.properties, "platformCapabilities"));
                const isOnFargate = platforms !== UNKNOWN && platforms.includes(LaunchType.Fargate);
                const isForAnyQueue = tasks.some((one) => !isOnOwnType(one)) && !isOnFargate && !isSubmitted(resource);
                return isForAnyQueue && environments.length > 0
                    ? [...tasks, submittedTo(environments, resource, tasks)]
                    : tasks;
            }
            case "computeEnvironment":
                return [...capacityOf(resource), resource];
            default:
                return [resource];
        }
    });
}

/** What can name a job definition together with a queue. */
const submitters: readonly Kind[] = ["eventRule", "eventTarget", "schedule", "stateMachine"];

/** Every text in a value, and in the JSON that it may be: what stands between quotation marks there. */
function textsIn(value: unknown): readonly string[] {
    return JSON.stringify(value).match(/[^"\\]+/g) ?? [];
}

/**
 * A job whose queue nothing shows: on the only compute environment with Neuron instances. Elsewhere it is not known, as
 * a queue of another stack may take it.
 */
function submittedTo(
    environments: readonly SourceResource[],
    job: SourceResource,
    tasks: readonly SourceResource[],
): SourceResource {
    const perhaps = environments.filter((one) => {
        const types = typesOf(one);
        return types === UNKNOWN || types.some(isNeuron);
    });
    const [only] = perhaps.length === 1 && perhaps.every((one) => typesOf(one) !== UNKNOWN) ? perhaps : [];
    const strategy = only === undefined || tasks.some(isOfNodes) ? UNKNOWN : [{ capacityProvider: providerOf(only) }];
    return { id: job.id, type: job.type, properties: { taskDefinition: job.id, capacityProviderStrategy: strategy } };
}

/** A compute environment as a capacity provider with a group of its types. */
function capacityOf({ id, properties, dependencies = {} }: SourceResource): readonly SourceResource[] {
    const types = typesOf({ properties });
    const overrides = types === UNKNOWN ? UNKNOWN : types.map((instanceType) => ({ instanceType }));
    const launchTemplateSpecification = at(properties, "computeResources", "launchTemplate");
    const group = {
        mixedInstancesPolicy: { launchTemplate: { overrides, launchTemplateSpecification } },
        isOfBatch: true,
    };
    const into = dependencies["computeResources"] ?? dependencies["ComputeResources"];
    const provider = { autoScalingGroupProvider: { autoScalingGroupArn: id } };
    return [
        {
            id,
            type: "AWS::AutoScaling::AutoScalingGroup",
            properties: group,
            identifiers: [id],
            ...(into && { dependencies: { mixedInstancesPolicy: into } }),
        },
        { id, type: "AWS::ECS::CapacityProvider", properties: provider, identifiers: [id] },
    ];
}

/** Its instance types; a family stands for each of its sizes. */
function typesOf({ properties }: Pick<SourceResource, "properties">): Known<readonly Known<string>[]> {
    const resources = at(properties, "computeResources");
    const types = items(firstAt(resources, ["instanceTypes"], ["instanceType"]));
    // Those of an environment that AWS does not manage are whatever joins its cluster.
    return types === UNKNOWN || types.length === 0
        ? UNKNOWN
        : types.flatMap((type): Known<string> | readonly string[] => {
              const family = neuronInstanceTypes.filter((one) => one.startsWith(`${String(type)}.`));
              return family.length > 0 ? family : (text(type) ?? UNKNOWN);
          });
}

function isNeuron(type: Known<string>): boolean {
    return type === UNKNOWN || isNeuronInstanceType(type);
}
