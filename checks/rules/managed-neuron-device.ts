import { label, quoted } from "../phrasing/names";
import { isInf1InstanceType, isNeuronDevice, LaunchType, Runtime } from "../../contract";
import { anyOf, holds, inParts, known, Undecided, UNKNOWN, whenKnown } from "../../ecs/known";
import { fargateOf, taskOf } from "../stack/inference-starter";
import { capacityGroups } from "../stack/instances";
import { containersOf } from "../../ecs/task/containers";
import { ownTypes } from "../../ecs/task/member-of";
import { meansRuntime } from "../../ecs/task/runtime";
import { isNeuronRequirement, neuronDeviceRequirement } from "../../ecs/task/signs";
import type { Container, ResourceRequirement, TaskDefinition } from "../../ecs/task/task-definition";
import type { Rule, Violation } from "./rule";
import { sources } from "./sources";

const all = "ALL";
const { ManagedInstances } = LaunchType;

export const managedNeuronDevice: Rule = {
    name: "managed-neuron-device",
    summary:
        `A task that lets ECS assign Neuron devices requires ${neuronDeviceRequirement} ${all} in one container, ` +
        "maps none itself, and runs on Managed Instances.",
    severity: "critical",
    level: "mandatory",
    runtimes: [Runtime.Managed],
    why:
        "ECS assigns all devices of an instance to one container of one task, on Managed Instances only, and refuses " +
        "a task definition that asks for anything else; elsewhere the task is never placed.",
    fix:
        `Give one container "resourceRequirements": [{"type": "${neuronDeviceRequirement}", "value": "${all}"}], ` +
        `leave "linuxParameters.devices" out, and require ${ManagedInstances}.`,
    sources: [sources.neuronTaskDefinition, sources.resourceRequirement],
    *perDefinition(task) {
        const containers = containersOf(task);
        yield* inParts(
            ...containers.map((container) => () => valueProblems(container)),
            () => furtherRequirements(containers),
            ...containers.map((container) => () => mappingProblems(container)),
            () => compatibilityProblems(task),
            () => placementProblems(task),
        );
    },
    *perStarter(starter) {
        const definition = taskOf(starter);
        if (definition === undefined || !known(meansRuntime(definition.task, Runtime.Managed), ["taskDefinition"])) {
            return;
        }
        const subject = starter.title;
        const runs = "runs a task to which ECS assigns Neuron devices";
        const remedy = "run it through a capacity provider of Managed Instances";
        const ownType = known(starter.launchType, ["launchType"]);
        const fargate = fargateOf(starter);
        const { value: launchType = ownType, ...property } = fargate ?? { path: ["launchType"] };
        if (launchType !== undefined && launchType !== ManagedInstances) {
            yield { ...property, subject, problem: `${runs}, on ${launchType}, which is not for such tasks`, remedy };
        } else if ((capacityGroups(starter)?.length ?? 0) > 0) {
            yield {
                path: ["capacityProviderStrategies"],
                subject,
                problem: `${runs}, on instances of an Auto Scaling group, which are not for such tasks`,
                remedy,
            };
        }
    },
};

function requirementsOf({ path, resourceRequirements }: Container): readonly ResourceRequirement[] {
    const at = [...path, "resourceRequirements"];
    return known(resourceRequirements, at).filter(({ type }) => isNeuronRequirement(known(type, at)));
}

function* valueProblems(container: Container): Iterable<Violation> {
    const path = [...container.path, "resourceRequirements"];
    for (const { type, value } of requirementsOf(container)) {
        if (type !== neuronDeviceRequirement) {
            yield {
                path,
                subject: label(container),
                problem: `requires the resource ${quoted(String(type))}, which ECS does not know`,
                requirement: `it must be ${neuronDeviceRequirement}`,
                remedy: `set the type to it, with the value ${all}`,
            };
        } else if (known(value, path) !== all) {
            yield {
                path,
                subject: label(container),
                given: `requires ${neuronDeviceRequirement} ${quoted(String(value))}`,
                problem: "ECS assigns the devices of an instance only as a whole",
                remedy: `set the value to ${all}`,
            };
        }
    }
}

function* furtherRequirements(containers: readonly Container[]): Iterable<Violation> {
    const [first, ...more] = containers.filter(
        (container) => whenKnown(() => requirementsOf(container).length > 0) === true,
    );
    for (const container of more) {
        yield {
            path: [...container.path, "resourceRequirements"],
            subject: label(container),
            problem: `requires Neuron devices too, besides ${first && label(first)}`,
            requirement: "only one container of a task can",
            remedy: "remove one of the requirements",
        };
    }
}

function* mappingProblems(container: Container): Iterable<Violation> {
    const path = [...container.path, "linuxParameters", "devices"];
    const isMapping = anyOf(container.devices, ({ hostPath }) => holds(hostPath, isNeuronDevice));
    if (known(isMapping, path)) {
        yield {
            path,
            subject: label(container),
            given: "maps Neuron devices",
            problem: "ECS assigns them in this task",
            requirement: "a task definition cannot have both",
            remedy: "remove the devices, or the resource requirement",
        };
    }
}

function* compatibilityProblems({ requiresCompatibilities }: TaskDefinition): Iterable<Violation> {
    const path = ["requiresCompatibilities"];
    const required = known(requiresCompatibilities, path);
    if (required.length > 0 && !required.includes(ManagedInstances)) {
        if (required.includes(UNKNOWN)) {
            throw new Undecided({ path });
        }
        yield {
            path,
            subject: "the task definition",
            given: `requires ${required.join(" and ")}`,
            problem: "ECS assigns Neuron devices only on Managed Instances",
            remedy: `require ${ManagedInstances}, or leave requiresCompatibilities out`,
        };
    }
}

function* placementProblems(task: TaskDefinition): Iterable<Violation> {
    const types = ownTypes(task);
    if (types?.every(isInf1InstanceType)) {
        yield {
            path: ["placementConstraints"],
            subject: "the task definition",
            given: `is placed on ${types.join(", ")}`,
            problem: "ECS assigns Neuron devices on no Inf1 instance",
            remedy: "map the devices in the container, or place the task on Inf2 or Trainium",
        };
    }
}
