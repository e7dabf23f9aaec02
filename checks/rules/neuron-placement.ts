import { neuronPlacement as placementOf } from "../../ecs/cluster-query/neuron-placement";
import { instanceTypeAttribute, LaunchType, onePerInstance } from "../../contract";
import { known } from "../../ecs/known";
import { fargateOf } from "../stack/inference-starter";
import { capacityOf, expressionsOf } from "../stack/starter-placement";
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
        const placement = broken || isElsewhere ? undefined : placementOf(expressionsOf(starter));
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
        const { types, neverStart, isForeign } = capacityOf(starter, stack);
        const holder =
            starter.capacity === undefined
                ? "the instances of its cluster are"
                : `its ${starter.isPlaced ? "capacity providers" : "compute environments"} launch`;
        const shown = `${holder} ${types.length === 0 ? "nothing that ECS has" : types.join(", ")}`;
        if (neverStart) {
            yield {
                path,
                subject: `the tasks of ${subject}`,
                given: placement.others
                    ? "need instances that their placement allows and that have Inferentia or Trainium"
                    : `may run on ${placement.possible.join(", ")}`,
                problem: `${shown}, so that they never start`,
                remedy: "let the two agree",
            };
        } else if (placement.others && isForeign()) {
            yield {
                path,
                subject,
                problem:
                    "runs a Neuron task that may be placed on instances without Inferentia or Trainium, as no " +
                    `placement constraint holds it to them, and ${shown}`,
                remedy: starter.isPlaced
                    ? `add a memberOf expression, for example ${placementExample}`
                    : "run the job on a compute environment of such instances only",
            };
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
