import type { ResourceValidationPolicy } from "@pulumi/policy";
import { shapeMessage, shapeRule } from "../checks/judge/shape-rule";
import { analyse, taskDefinitionOf } from "./run";

export const shapePolicy: ResourceValidationPolicy = {
    name: shapeRule.name,
    description: shapeRule.summary,
    enforcementLevel: shapeRule.level,
    severity: "high",
    remediationSteps:
        "Correct the property that the message names; see the Amazon ECS API Reference, RegisterTaskDefinition.",
    validateResource: (args, report) => {
        const one = analyse(args);
        for (const problem of (one && taskDefinitionOf(one)?.problems) ?? []) {
            report(shapeMessage(problem));
        }
    },
};
