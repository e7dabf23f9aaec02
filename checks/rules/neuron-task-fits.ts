import { LaunchType } from "../../contract";
import { decided, inParts, known, Undecided, UNKNOWN } from "../../ecs/known";
import { fargateOf, readingEach, taskOf } from "../stack/inference-service";
import { placedTypes } from "../stack/service-placement";
import { named } from "../stack/stack-resources";
import { propertyText } from "../phrasing/property-text";
import { ownTypes } from "../../ecs/task/member-of";
import { misfits } from "../../ecs/task/task-fit";
import type { TaskDefinition } from "../../ecs/task/task-definition";
import type { Rule, Violation } from "./rule";
import { sources } from "./sources";

const { Ec2, External, Fargate, ManagedInstances } = LaunchType;
const notExternal = "which are machines outside EC2 and have no Inferentia or Trainium chip: require EC2 instead";

export const neuronTaskFits: Rule = {
    name: "neuron-task-fits",
    summary: "Some instance on which a Neuron task may be placed can hold it: its memory, its CPU and its platform.",
    severity: "high",
    level: "mandatory",
    why:
        "ECS never starts a task that asks for more memory or CPU than an instance has registered, or for another " +
        "platform: the service waits, and its group may launch instances for nothing. An instance registers less " +
        "memory than it has, because its kernel keeps some. External instances have no Neuron chip at all.",
    fix:
        "Ask for what the instances offer: at most about 95 % of their memory, X86_64 and LINUX; or place the task " +
        'on a larger type. Leave EXTERNAL out of "requiresCompatibilities".',
    sources: [
        sources.registeredMemory,
        sources.seenMemory,
        sources.kernelMemory,
        sources.containerDefinition,
        sources.externalInstances,
        sources.inf1Sizes,
        sources.inf2Sizes,
        sources.trn1Sizes,
        sources.trn2Sizes,
    ],
    *perDefinition(task) {
        const path = ["requiresCompatibilities"];
        const required = known(task.requiresCompatibilities, path);
        // Another rule refuses Fargate.
        const isElsewhere = [Ec2, ManagedInstances, Fargate].some((one) => required.includes(one));
        if (required.includes(External) && !isElsewhere && !required.includes(UNKNOWN)) {
            yield { path, message: `the task definition requires EXTERNAL instances, ${notExternal}` };
        }
        yield* inParts(
            () => tooLarge(task),
            () => {
                if (!isElsewhere && required.includes(UNKNOWN)) {
                    throw new Undecided({ path });
                }
                return undefined;
            },
        );
    },
    *perService(service, stack) {
        const subject = `service ${named(service.id)}`;
        if (known(service.launchType, ["launchType"]) === External) {
            yield {
                path: ["launchType"],
                message: `${subject} launches a Neuron task on EXTERNAL instances, ${notExternal}`,
            };
            return;
        }
        const definition = taskOf(service);
        if (definition === undefined || fargateOf(service) !== undefined) {
            return;
        }
        const placed = placedTypes(service, stack);
        if (placed === undefined) {
            return;
        }
        const { types } = placed;
        const said = new Set(decided(() => tooLarge(definition.task)).map(({ path }) => propertyText({ path })));
        for (const { path, asks, offered, remedy } of readingEach(definition, (task) => misfits(task, types))) {
            if (!said.has(propertyText({ path }))) {
                yield {
                    path: ["taskDefinition"],
                    message:
                        `tasks of ${named(definition.id)} ask for ${asks}, but ${subject} places them on ` +
                        `${oneOf(types)} ${offered}: ${remedy}`,
                };
            }
        }
    },
};

/** Where the task's own placement lets it run on no instance that can hold it. @throws Undecided */
function* tooLarge(task: TaskDefinition): Iterable<Violation> {
    const types = ownTypes(task);
    if (types === undefined) {
        return;
    }
    for (const { path, asks, offered, remedy } of misfits(task, types)) {
        yield { path, message: `the task asks for ${asks}, but is placed on ${oneOf(types)} ${offered}: ${remedy}` };
    }
}

/** The types in words, before what they offer. */
function oneOf(types: readonly string[]): string {
    return types.length === 1 ? `${types[0]}, which` : `one of ${types.join(", ")}, of which the largest`;
}
