import type { PolicyConfigSchema, ResourceValidationArgs, ResourceValidationPolicy } from "@pulumi/policy";
import { judge, Scope } from "../judge";
import { taskRules } from "../rules";
import type { TaskRule } from "../rules/rule";
import type { TaskDefinition } from "../task-definition/model";
import { taskDefinitionOf } from "./parsed-resources";

const configSchema: PolicyConfigSchema = {
    properties: {
        scope: {
            type: "string",
            enum: [Scope.Auto, Scope.All],
            default: Scope.Auto,
            description: "auto: task definitions in which something says Neuron or Inferentia; all: every task definition",
        },
    },
};

function scopeOf(args: ResourceValidationArgs): Scope {
    return args.getConfig<{ scope?: Scope }>().scope ?? Scope.Auto;
}

/** A rule as a policy. */
export function policyOf(rule: TaskRule): ResourceValidationPolicy {
    return {
        name: rule.name,
        description: rule.summary,
        enforcementLevel: rule.level,
        severity: rule.severity,
        remediationSteps: rule.fix,
        configSchema,
        validateResource: (args, report) => {
            const task = taskDefinitionOf(args);
            for (const { message } of task === undefined ? [] : judge(rule, task, scopeOf(args)).violations) {
                report(message);
            }
        },
    };
}

/** What the rules cannot read is refused: AWS would refuse it too, or take it for something else. */
export const shapePolicy: ResourceValidationPolicy = {
    name: "task-definition-shape",
    description: "An ECS task definition is of the shape that ECS takes.",
    enforcementLevel: "mandatory",
    severity: "high",
    remediationSteps: "Correct the property that the message names; see the Amazon ECS API Reference, RegisterTaskDefinition.",
    validateResource: (args, report) => {
        for (const { path, reason } of taskDefinitionOf(args)?.problems ?? []) {
            report(`${path} ${reason}; the other rules cannot judge it: correct it`);
        }
    },
};

/** Says what no rule can judge at preview. It never fails a preview; the rules themselves judge before the update. */
export const unknownPolicy: ResourceValidationPolicy = {
    name: "neuron-unknown-at-preview",
    description: "What is not known at preview is judged before the update touches the resource.",
    enforcementLevel: "advisory",
    severity: "low",
    configSchema,
    validateResource: (args, report) => {
        const task = taskDefinitionOf(args);
        const text = task && unknownText(task, scopeOf(args));
        if (text !== undefined) {
            report(text);
        }
    },
};

function unknownText(task: TaskDefinition, scope: Scope): string | undefined {
    const open = taskRules.map((rule) => ({ rule, paths: judge(rule, task, scope).undecided.filter((path) => !isBroken(task, path)) })).filter(({ paths }) => paths.length > 0);
    if (open.length === 0) {
        return undefined;
    }
    const paths = [...new Set(open.flatMap((one) => one.paths))].join(", ");
    return (
        `not known at preview, because it comes from a resource that is not there yet: ${paths}. ` +
        `Not decided by: ${open.map(({ rule }) => rule.name).join(", ")}. It is checked before the update touches this resource`
    );
}

/** A place of the wrong shape is read as unknown too; the shape policy says so. */
function isBroken(task: TaskDefinition, path: string): boolean {
    return task.problems.some((problem) => problem.path.startsWith(path) || path.startsWith(problem.path));
}
