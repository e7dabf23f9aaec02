import { neuronPlacement as placementOf } from "../../ecs/cluster-query/neuron-placement";
import { instanceTypeAttribute, isNeuronInstanceType, LaunchType } from "../../contract";
import { fargateOf, readingTask, taskOf } from "../stack/inference-service";
import { capacityGroups, hasManagedInstances, instanceTypesOf } from "../stack/instances";
import { type Stack } from "../stack/stack";
import type { Service } from "../stack/stack-resources";
import { expressionsOf, launchedTypes } from "../stack/service-placement";
import { neverMatching, placementExample, type NeverMatching } from "../../ecs/task/never-matches";
import { asksForNeuronDevices } from "../../ecs/task/requested-devices";
import { quoted } from "../phrasing/names";
import type { Rule, Violation } from "./rule";
import { sources } from "./sources";

const path = ["placementConstraints"];

export const neuronPlacement: Rule = {
    name: "neuron-placement",
    summary:
        "The tasks of a Neuron service can only be placed on Inferentia or Trainium instances: by a placement " +
        "constraint that can match, or by capacity that has nothing else.",
    severity: "high",
    level: "mandatory",
    why:
        "In a cluster with other instances a task without the constraint is placed on one of them, which has no " +
        "chip. A constraint that no instance can match leaves the task pending for ever: the attribute is " +
        "ecs.instance-type, with a hyphen, and holds the type as EC2 spells it, in lower case.",
    fix:
        'Give the service or its task definition the placement constraint {"type": "memberOf", "expression": ' +
        `"${placementExample}"}, with the type that the tasks need. A cluster, or a capacity provider, of Inferentia ` +
        "or Trainium instances only needs none.",
    sources: [sources.inferenceGuide, sources.clusterQueries],
    *perDefinition(task) {
        for (const expression of neverMatching(task.placementConstraints, path)) {
            yield neverMatches(expression);
        }
    },
    *perService(service, stack) {
        const subject = service.title;
        let broken = false;
        for (const expression of neverMatching(service.placementConstraints, path)) {
            broken = true;
            yield neverMatches(expression, ` of ${subject}`);
        }
        // Other rules refuse Fargate and external instances.
        const isElsewhere = fargateOf(service) !== undefined || service.launchType === LaunchType.External;
        const placement = broken || isElsewhere ? undefined : placementOf(expressionsOf(service));
        if (placement === undefined) {
            return;
        }
        if (placement.possible.length === 0) {
            yield {
                path,
                subject: `the placement expressions of ${subject} and of its task definition`,
                problem: "can never match together",
                remedy: "name the same instance types in both, or leave one out",
            };
        } else if (!placement.others) {
            const types = providedTypes(service);
            if (types?.every((type) => !placement.possible.includes(type))) {
                yield {
                    path,
                    subject: `the tasks of ${subject}`,
                    given: `may run on ${placement.possible.join(", ")}`,
                    problem: `its capacity providers launch ${types.join(", ")}, so that they never start`,
                    remedy: "let the two agree",
                };
            }
        } else {
            const capacity = foreignCapacity(service, stack);
            if (capacity !== undefined && !isPlacedByEcs(service)) {
                yield {
                    path,
                    subject,
                    problem:
                        "runs a Neuron task that may be placed on instances without Inferentia or Trainium, as no " +
                        `placement constraint holds it to them, and ${capacity}`,
                    remedy: `add a memberOf expression, for example ${placementExample}`,
                };
            }
        }
    },
};

/** @param ofService whose expression it is, where that is another resource's than the task definition's */
function neverMatches({ path: at, expression, reason, example }: NeverMatching, ofService = ""): Violation {
    return {
        path: at,
        subject: `the placement expression ${quoted(expression)}${ofService}`,
        ...problemOf(reason),
        remedy: `write for example ${example}`,
    };
}

function problemOf(reason: NeverMatching["reason"]): Pick<Violation, "problem" | "requirement"> {
    switch (reason.kind) {
        case "syntax":
            return { problem: "is none of the cluster query language" };
        case "attribute":
            return {
                problem: `is about ${quoted(reason.attribute)}, which no instance has`,
                requirement: `the attribute is ${instanceTypeAttribute}`,
            };
        case "types":
            return {
                problem: "can match no Inferentia or Trainium instance",
                requirement: `the attribute has the values ${reason.types.join(", ")}`,
            };
    }
}

/** The types that the capacity providers launch. A cluster may have more instances than those that the stack shows. */
function providedTypes(service: Service): readonly string[] | undefined {
    const types = capacityGroups(service)?.map(instanceTypesOf);
    return types?.every((some) => some !== undefined) ? [...new Set(types.flat())] : undefined;
}

/** Whether ECS itself finds an instance with the devices, or launches one. @throws Undecided */
function isPlacedByEcs(service: Service): boolean {
    const task = taskOf(service);
    return hasManagedInstances(service) || (task !== undefined && readingTask(task, asksForNeuronDevices));
}

/** What of the service's capacity is not Inferentia or Trainium, in words; undefined where all is. @throws Undecided */
function foreignCapacity(service: Service, stack: Stack): string | undefined {
    const types = launchedTypes(service, stack);
    if (types === undefined) {
        return "the stack shows no capacity of Inferentia or Trainium instances for it";
    }
    const holder =
        service.capacity === undefined ? "the instances of its cluster are" : "its capacity providers launch";
    return types.every(isNeuronInstanceType) ? undefined : `${holder} ${types.join(", ")}`;
}
