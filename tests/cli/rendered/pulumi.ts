import { identityOf } from "./identity";
import { providerResources, type ProviderResource } from "./provider";
import { Attribute, attributesIn, Encoded, isFields, Joined, resolved, type Fields } from "./value";
import type { Template } from "../../checks/template";

const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const project = "urn:pulumi:dev::balanced::";
const parent = `${project}pulumi:pulumi:Stack::balanced-dev`;

/** What `pulumi preview --json` writes where every resource is created. */
export function pulumiPreview(template: Template): object {
    const resources = providerResources(template);
    const known = ({ id, name }: Attribute) => (name === "name" ? identityOf(resources, id)["name"] : undefined);
    const steps = resources.map((one) => {
        const state = stateOf(one, resources, known);
        return { op: "create", urn: state.urn, newState: state, detailedDiff: null };
    });
    return { steps, changeSummary: { create: steps.length } };
}

/** What `pulumi stack export` writes. */
export function pulumiState(template: Template): object {
    const resources = providerResources(template);
    const known = ({ id, name }: Attribute) => identityOf(resources, id)[name];
    return {
        version: 3,
        deployment: {
            resources: resources.map((one) => {
                const { id, name, arn } = identityOf(resources, one.id);
                const state = stateOf(one, resources, known);
                return { ...state, id, outputs: { ...state.inputs, id, name, arn } };
            }),
        },
    };
}

/** What `pulumi preview --save-plan` writes where every resource is created. */
export function pulumiPlan(template: Template): object {
    const resources = providerResources(template);
    const known = ({ id, name }: Attribute) => (name === "name" ? identityOf(resources, id)["name"] : undefined);
    return {
        resourcePlans: Object.fromEntries(
            resources.map((one) => {
                const { urn, inputs, type, custom, propertyDependencies } = stateOf(one, resources, known);
                const goal = { type, custom, inputDiff: { adds: inputs }, parent, propertyDependencies };
                return [urn, { goal, steps: ["create"], state: inputs }];
            }),
        ),
    };
}

/** A program in Pulumi YAML. */
export function pulumiProgram(template: Template): object {
    return {
        name: "balanced",
        runtime: "yaml",
        resources: Object.fromEntries(
            providerResources(template).map(({ id, type, arguments: given }) => [
                id,
                { type: tokens[type]?.replace(/\/\w+:/, ":"), properties: camel(inProgram(given) as Fields) },
            ]),
        ),
    };
}

function stateOf(
    { id, type, arguments: given }: ProviderResource,
    resources: readonly ProviderResource[],
    known: (attribute: Attribute) => unknown,
) {
    const urnOf = (one: ProviderResource) => `${project}${tokens[one.type]}::${one.id}`;
    const sources = (value: unknown) => {
        const ids = new Set(attributesIn(value).map((attribute) => attribute.id));
        return resources.filter((one) => ids.has(one.id)).map(urnOf);
    };
    const dependencies = Object.entries(given).map(([key, value]) => [camelKey(key, value), sources(value)] as const);
    return {
        urn: urnOf({ id, type, arguments: given }),
        custom: true,
        type: tokens[type] ?? type,
        inputs: camel(resolved(given, known, unknown) as Fields),
        parent,
        propertyDependencies: Object.fromEntries(dependencies),
    };
}

/** Values as the language has them. */
function inProgram(value: unknown): unknown {
    if (typeof value === "string") {
        return value.replaceAll("${", "$${");
    }
    if (value instanceof Attribute) {
        return `\${${value.id}.${camelKey(value.name, "")}}`;
    }
    if (value instanceof Joined) {
        return value.parts.map((part) => String(inProgram(part))).join("");
    }
    if (value instanceof Encoded) {
        return { [value.as === "json" ? "fn::toJSON" : "fn::toBase64"]: inProgram(value.value) };
    }
    if (Array.isArray(value)) {
        return value.map(inProgram);
    }
    return isFields(value)
        ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inProgram(item)]))
        : value;
}

/** Pulumi's names: a list has a plural. What stands in an encoded text keeps its own. */
function camel(fields: Fields): Fields {
    return Object.fromEntries(
        Object.entries(fields).map(([key, value]) => {
            const isText = isFields(value) && Object.keys(value).some((one) => one.startsWith("fn::"));
            return [camelKey(key, value), isText ? value : camelValue(value)];
        }),
    );
}

function camelValue(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(camelValue);
    }
    return isFields(value) ? camel(value) : value;
}

function camelKey(key: string, value: unknown): string {
    const plural = !Array.isArray(value) || key.endsWith("s") ? key : key.replace(/y$/, "ie").concat("s");
    return plural.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Pulumi's name of each type of the provider. */
const tokens: Readonly<Record<string, string>> = {
    aws_ecs_task_definition: "aws:ecs/taskDefinition:TaskDefinition",
    aws_ecs_service: "aws:ecs/service:Service",
    aws_ecs_task_set: "aws:ecs/taskSet:TaskSet",
    aws_ecs_cluster: "aws:ecs/cluster:Cluster",
    aws_ecs_cluster_capacity_providers: "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders",
    aws_ecs_capacity_provider: "aws:ecs/capacityProvider:CapacityProvider",
    aws_autoscaling_group: "aws:autoscaling/group:Group",
    aws_launch_configuration: "aws:ec2/launchConfiguration:LaunchConfiguration",
    aws_launch_template: "aws:ec2/launchTemplate:LaunchTemplate",
    aws_instance: "aws:ec2/instance:Instance",
    aws_subnet: "aws:ec2/subnet:Subnet",
    aws_lb_target_group: "aws:lb/targetGroup:TargetGroup",
    aws_appautoscaling_target: "aws:appautoscaling/target:Target",
    aws_cloudwatch_event_target: "aws:cloudwatch/eventTarget:EventTarget",
    aws_scheduler_schedule: "aws:scheduler/schedule:Schedule",
    aws_sfn_state_machine: "aws:sfn/stateMachine:StateMachine",
    aws_batch_job_definition: "aws:batch/jobDefinition:JobDefinition",
    aws_batch_job_queue: "aws:batch/jobQueue:JobQueue",
    aws_batch_compute_environment: "aws:batch/computeEnvironment:ComputeEnvironment",
};
