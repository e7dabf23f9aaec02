import type { ResourceValidationPolicy } from "@pulumi/policy";
import { packPolicies } from "../config/policies";
import { analyse, taskDefinitionOf } from "./run";

/** What the rules cannot read is refused: AWS would refuse it too, or take it for something else. */
export const shapePolicy: ResourceValidationPolicy = {
    name: packPolicies.shape,
    description: "An ECS task definition is of the shape that ECS takes.",
    enforcementLevel: "mandatory",
    severity: "high",
    remediationSteps: "Correct the property that the message names; see the Amazon ECS API Reference, RegisterTaskDefinition.",
    validateResource: (args, report) => {
        const one = analyse(args);
        for (const { path, reason } of (one && taskDefinitionOf(one)?.problems) ?? []) {
            report(`${path} ${reason}; the other rules cannot judge it: correct it`);
        }
    },
};
