import { named } from "../phrasing/names";
import { LaunchType } from "../../contract";
import { decided, inParts, known, Undecided, UNKNOWN } from "../../ecs/known";
import { fargateOf, readingEach, taskOf } from "../stack/inference-starter";
import { placedTypes } from "../stack/starter-placement";
import { ownTypes } from "../../ecs/task/member-of";
import { imageMisfit, misfits, type Misfit } from "../../ecs/task/task-fit";
import type { Amount } from "../../ecs/task/task-size";
import type { TaskDefinition } from "../../ecs/task/task-definition";
import type { Rule, Violation } from "./rule";
import { sources } from "./sources";

const { Ec2, External, Fargate, ManagedInstances } = LaunchType;
const external = {
    problem: "EXTERNAL instances, which are machines outside EC2 and have no Inferentia or Trainium chip",
    remedy: "require EC2 instead",
};

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
            const { problem, remedy } = external;
            yield { path, subject: "the task definition", problem: `requires ${problem}`, remedy };
        }
        yield* inParts(
            () => ownProblems(task),
            () => {
                if (!isElsewhere && required.includes(UNKNOWN)) {
                    throw new Undecided({ path });
                }
                return undefined;
            },
        );
    },
    *perStarter(starter, stack) {
        const subject = starter.title;
        if (known(starter.launchType, ["launchType"]) === External) {
            const { problem, remedy } = external;
            yield { path: ["launchType"], subject, problem: `launches a Neuron task on ${problem}`, remedy };
            return;
        }
        const definition = taskOf(starter);
        if (definition === undefined || fargateOf(starter) !== undefined) {
            return;
        }
        const placed = placedTypes(starter, stack);
        if (placed === undefined) {
            return;
        }
        const { types } = placed;
        const said = new Set(decided(() => tooLarge(definition.task)).map(({ kind }) => kind));
        for (const misfit of readingEach(definition, (task) => misfits(task, types))) {
            if (!said.has(misfit.kind)) {
                const { asks, offered, remedy } = wordsOf(misfit);
                yield {
                    path: ["taskDefinition"],
                    subject: `tasks of ${named(definition.id)}`,
                    given: `ask for ${asks}`,
                    problem: `${subject} places them on ${oneOf(types)} ${offered}`,
                    remedy,
                };
            }
        }
    },
};

/** Where the task's own placement lets it run on no instance that can hold it. @throws Undecided */
function* tooLarge(task: TaskDefinition): Iterable<Misfit> {
    const types = ownTypes(task);
    if (types !== undefined) {
        yield* misfits(task, types);
    }
}

function* ownProblems(task: TaskDefinition): Iterable<Violation> {
    if (ownTypes(task) === undefined) {
        for (const misfit of imageMisfit(task)) {
            const { asks, remedy } = wordsOf(misfit);
            const problem = "has an image of AWS's for Neuron, which is for x86_64 and Linux";
            yield { path: misfit.path, subject: "the task", given: `asks for ${asks}`, problem, remedy };
        }
    }
    for (const misfit of tooLarge(task)) {
        const { asks, offered, remedy } = wordsOf(misfit);
        yield {
            path: misfit.path,
            subject: "the task",
            given: `asks for ${asks}`,
            problem: `is placed on ${oneOf(ownTypes(task) ?? [])} ${offered}`,
            remedy,
        };
    }
}

/** What a task asks for, what there is, and what to do, in words. */
function wordsOf(misfit: Misfit): { readonly asks: string; readonly offered: string; readonly remedy: string } {
    const platform = "has x86_64 processors and Linux";
    const less = "ask for less, or place the task on a larger type";
    switch (misfit.kind) {
        case "architecture":
            return {
                asks: "the architecture ARM64",
                offered: platform,
                remedy: "set cpuArchitecture to X86_64, and build the image for it",
            };
        case "operatingSystem":
            return { asks: "Windows", offered: platform, remedy: "set operatingSystemFamily to LINUX" };
        case "memory":
            return {
                asks: `${amount(misfit.asked)} MiB of memory`,
                offered: `registers no more than ${misfit.offered} MiB`,
                remedy: less,
            };
        case "cpu":
            return { asks: `${amount(misfit.asked)} CPU units`, offered: `has ${misfit.offered}`, remedy: less };
    }
}

/** An amount of which a part is not known is at least the rest. */
function amount({ unknown, least }: Amount): string {
    return `${unknown === undefined ? "" : "at least "}${least}`;
}

/** The types in words, before what they offer. */
function oneOf(types: readonly string[]): string {
    return types.length === 1 ? `${types[0]}, which` : `one of ${types.join(", ")}, of which the largest`;
}
