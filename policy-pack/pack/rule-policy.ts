import type { ReportViolation, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import { judge } from "../judge";
import { judgeResource, judgeStack } from "../judge-stack";
import type { Rule } from "../rules/rule";
import { configSchema, scopeOf } from "./config";
import { analyse, stackAround, taskDefinitionOf, wholeStack } from "./run";

type Policy = ResourceValidationPolicy & Partial<StackValidationPolicy>;

/**
 * A rule as a policy. A task definition is judged before it is created. So is, by mandatory rules, a service or launch
 * template, as far as the resources decide it that were shown before; the whole stack is judged at the end, when an update has
 * created it already, but a preview has not.
 */
export function policyOf(rule: Rule): Policy {
    const said = new Set<string>();
    const policy: Policy = {
        name: rule.name,
        description: rule.summary,
        enforcementLevel: rule.level,
        severity: rule.severity,
        remediationSteps: rule.fix,
        configSchema,
        validateResource: (args, report) => {
            const one = analyse(args);
            const task = one && taskDefinitionOf(one);
            for (const { message } of task === undefined ? [] : judge(rule, task, scopeOf(args)).violations) {
                report(message);
            }
            if (one !== undefined && task === undefined && rule.level === "mandatory" && concernsStack(rule)) {
                for (const { message } of judgeResource(rule, stackAround(one), args.urn, scopeOf(args)).violations) {
                    report(message);
                    said.add(key(args.urn, message));
                }
            }
        },
    };
    if (concernsStack(rule)) {
        policy.validateStack = (args, report) => {
            for (const { resource, violations } of judgeStack(rule, wholeStack(args.resources), scopeOf(args))) {
                violations.filter(({ message }) => !said.has(key(resource, message))).forEach(({ message }) => (report as ReportViolation)(message, resource));
            }
            said.clear();
        };
    }
    return policy;
}

function concernsStack({ perService, perLaunchTemplate }: Rule): boolean {
    return perService !== undefined || perLaunchTemplate !== undefined;
}

/** What was said of a resource before it was created is not said again of the stack. */
function key(urn: string, message: string): string {
    return `${urn}\n${message}`;
}
