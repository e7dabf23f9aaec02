import { inf1Placement } from "../cluster-query/inf1-placement";
import { type Inf1InstanceType } from "../../contract";
import { fargateOf } from "../stack/inference-service";
import { isInf1 } from "../stack/instances";
import { named } from "../stack/stack-resources";
import { expressionsOf, launchedTypes } from "../stack/service-placement";
import { neverMatching, placementExample } from "../task/never-matches";
import type { Rule } from "./rule";
import { sources } from "./sources";

const path = "placementConstraints";

export const neuronPlacement: Rule = {
    name: "neuron-placement",
    summary:
        "The tasks of an inference service can only be placed on Inf1 instances: by a placement constraint that " +
        "can match, or by a capacity provider that launches nothing else.",
    severity: "high",
    level: "mandatory",
    why:
        "In a cluster with other instances a task without the constraint is placed on one of them, where the daemon " +
        "finds no chip. A constraint that no instance can match leaves the task pending for ever: the attribute " +
        "holds " +
        "the type as EC2 spells it, in lower case.",
    fix:
        'Give the service or its task definition the placement constraint {"type": "memberOf", "expression": ' +
        `"${placementExample}"}, with the size that the tasks need.`,
    sources: [sources.inferenceGuide, sources.clusterQueries],
    *perDefinition(task) {
        for (const { path: at, expression, reason } of neverMatching(task.placementConstraints, path)) {
            yield {
                path: at,
                message: `the placement expression ${expression} ${reason}; write for example ${placementExample}`,
            };
        }
    },
    *perService(service) {
        const subject = `service ${named(service.id)}`;
        let broken = false;
        for (const { path: at, expression, reason } of neverMatching(service.placementConstraints, path)) {
            broken = true;
            yield {
                path: at,
                message:
                    `the placement expression ${expression} of ${subject} ${reason}; write for example ` +
                    placementExample,
            };
        }
        // Another rule refuses Fargate.
        const placement =
            broken || fargateOf(service) !== undefined ? undefined : inf1Placement(expressionsOf(service));
        if (placement === undefined) {
            return;
        }
        if (placement.possible.length === 0) {
            yield {
                path,
                message:
                    `the placement expressions of ${subject} and of its task definition can never match together: ` +
                    "name " +
                    "the same Inf1 types in both, or leave one out",
            };
            return;
        }
        const types = launchedTypes(service);
        if (!placement.others) {
            if (types?.every((type) => !placement.possible.includes(type as Inf1InstanceType))) {
                yield {
                    path,
                    message:
                        `the tasks of ${subject} may run on ${placement.possible.join(", ")}, but its capacity ` +
                        `providers launch ${types.join(", ")}, so that they never start: let the two agree`,
                };
            }
        } else if (types === undefined || !types.every(isInf1)) {
            const capacity =
                types === undefined
                    ? "the stack shows no capacity provider of Inf1 instances for it"
                    : `its capacity providers launch ${types.join(", ")}`;
            yield {
                path,
                message:
                    `${subject} runs an inference task that may be placed on instances without Inferentia: no ` +
                    `placement constraint holds it to Inf1, and ${capacity}; add the memberOf expression ` +
                    placementExample,
            };
        }
    },
};
