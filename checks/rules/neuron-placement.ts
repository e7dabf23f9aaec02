import { neuronPlacementOf } from "../../ecs/cluster-query/neuron-placement";
import { instanceTypeAttribute, isNeuronInstanceType, LaunchType, onePerInstance } from "../../contract";
import { known } from "../../ecs/known";
import { fargateOf } from "../stack/inference-starter";
import { hasManagedInstances } from "../stack/instances";
import type { TaskStarter } from "../stack/stack-resources";
import { capacityOf, expressionsOf, type StarterCapacity } from "../stack/starter-placement";
import { otherInstanceTypes } from "../../ecs/pool/instance-requirements";
import { neverMatching, placementExample, type NeverMatching } from "../../ecs/task/never-matches";
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
        for (const [index, { type }] of known(task.placementConstraints, path).entries()) {
            if (type === onePerInstance.type) {
                yield {
                    path: [...path, index, "type"],
                    subject: `the placement constraint ${type} of the task definition`,
                    problem: "is refused by ECS",
                    requirement: "a task definition takes memberOf only",
                    remedy: "give it to the service",
                };
            }
        }
        for (const expression of neverMatching(task.placementConstraints, path)) {
            yield neverMatches(expression);
        }
    },
    *perStarter(starter, stack) {
        const subject = starter.title;
        let broken = false;
        for (const expression of neverMatching(starter.placementConstraints, path)) {
            broken = true;
            yield neverMatches(expression, ` of ${subject}`);
        }
        // Other rules refuse Fargate and external instances.
        const isElsewhere = fargateOf(starter) !== undefined || starter.launchType === LaunchType.External;
        const placement = broken || isElsewhere ? undefined : neuronPlacementOf(expressionsOf(starter));
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
            return;
        }
        if (starter.capacity === undefined && !placement.others) {
            return;
        }
        const capacity = capacityOf(starter, stack);
        if (capacity.neverStart) {
            yield neverStarts(starter, capacity, placement.others ? [] : placement.possible);
        } else if (placement.others && capacity.isForeign()) {
            yield mayBeForeign(starter, capacity);
        }
    },
};

/** @param named the types that the placement names, where it names some */
function neverStarts(starter: TaskStarter, capacity: StarterCapacity, named: readonly string[]): Violation {
    const { types, neuronTypes } = capacity;
    const launched = launchedBy(starter, types);
    if (neuronTypes.length === 0) {
        return {
            path,
            subject: `the tasks of ${starter.title}`,
            given: "need instances with Inferentia or Trainium",
            problem: `${launched}, so that they never start`,
            remedy: "launch instances that have them",
        };
    }
    const placement = expressionsOf(starter);
    const holds = placement.length === 1 ? "holds" : "hold";
    // The same types can still be in another zone, or of another image.
    const isOfTypes = named.length > 0 && !named.some((type) => types.includes(type));
    return {
        path,
        subject: `the tasks of ${starter.title}`,
        ...(isOfTypes
            ? { given: `may run on ${named.join(", ")}`, problem: `${launched}, so that they never start` }
            : {
                  given: `are placed where ${placement.map((one) => quoted(one)).join(" and ")} ${holds}`,
                  problem: `${launched} where that does not hold, so that they never start`,
              }),
        remedy: "let the two agree",
    };
}

function mayBeForeign(starter: TaskStarter, { types, neuronTypes }: StarterCapacity): Violation {
    const [example] = neuronTypes;
    const launched = launchedBy(starter, types);
    if (example === undefined) {
        return {
            path,
            subject: starter.title,
            problem: `runs a Neuron task, and ${launched}, without Inferentia or Trainium`,
            remedy: `run it on ${starter.isPlaced ? "instances" : "a compute environment"} with chips`,
        };
    }
    const placed =
        expressionsOf(starter).length === 0
            ? "no placement constraint holds it to them"
            : "its placement constraints allow";
    return {
        path,
        subject: starter.title,
        problem:
            "runs a Neuron task that may be placed on instances without Inferentia or Trainium, as " +
            `${placed}, and ${launched}`,
        remedy: starter.isPlaced
            ? `add a memberOf expression, for example ${instanceTypeAttribute} == ${example}`
            : "run the job on a compute environment of such instances only",
    };
}

/** What is launched for a starter, in words. */
function launchedBy(starter: TaskStarter, types: readonly string[]): string {
    const holder =
        starter.capacity === undefined
            ? "the instances of its cluster are"
            : `its ${starter.isPlaced ? "capacity providers" : "compute environments"} launch`;
    if (types.length === 0) {
        return `${holder} no type that ${hasManagedInstances(starter) ? "Managed Instances have" : "there is"}`;
    }
    // Requirements let in all that they do not name.
    const any = types.some(isNeuronInstanceType) ? "any type" : "only others";
    return `${holder} ${types.includes(otherInstanceTypes) ? any : types.join(", ")}`;
}

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
        case "platform":
            return {
                problem: "can match no Inferentia or Trainium instance",
                requirement: "they have x86_64 processors and Linux",
            };
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
