import type { ResourceValidationArgs, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import { judgeConfigured } from "../checks/judge/judge-configured";
import type { Outcome } from "../checks/judge/judge";
import { judgeResource, judgeStack } from "../checks/judge/judge-stack";
import { taskRules } from "../checks/rules";
import type { Rule } from "../checks/rules/rule";
import { configSchemaOf, levelOf, optionsOf } from "./config";
import { remediationBy } from "./remediate";
import { analyse, stackAround, taskDefinitionOf, wholeStack } from "./run";
import { unlessSuppressed } from "./suppressed";

type Policy = ResourceValidationPolicy & Partial<StackValidationPolicy>;

/**
 * A rule as a policy. A task definition is judged before it is created. So is, by mandatory rules, a service or launch
 * template, as far as the resources decide it that were shown before; the whole stack is judged at the end, when an
 * update has created it already, but a preview has not.
 */
export function policyOf(rule: Rule): Policy {
    const said = new Set<string>();
    const policy: Policy = {
        name: rule.name,
        description: rule.summary,
        enforcementLevel: rule.level,
        severity: rule.severity,
        remediationSteps: rule.fix,
        configSchema: configSchemaOf(rule.name),
        remediateResource: remediationBy(rule.name),
        validateResource: (args, report) => {
            const outcome = judgeAnalysed(rule, args);
            for (const { message } of outcome?.violations ?? []) {
                unlessSuppressed(rule.name, args.urn, message, report);
                said.add(key(args.urn, message));
            }
            passOnlyIfDecided(args, outcome);
        },
    };
    if (concernsStack(rule)) {
        policy.validateStack = (args, report) => {
            const outcomes = judgeStack(rule, wholeStack(args.resources), optionsOf(rule.name).scope);
            for (const { resource, violations } of outcomes) {
                for (const { message } of violations.filter((one) => !said.has(key(resource, one.message)))) {
                    unlessSuppressed(rule.name, resource, message, (text) => report(text, resource));
                }
            }
            said.clear();
            passOnlyIfDecided(args, {
                violations: outcomes.flatMap(({ violations }) => violations),
                undecided: outcomes.flatMap(({ undecided }) => undecided),
            });
        };
    }
    return policy;
}

/** What the rule says of a resource before it is created; undefined where it says nothing of such resources. */
function judgeAnalysed(rule: Rule, args: ResourceValidationArgs): Outcome | undefined {
    const options = optionsOf(rule.name);
    const one = analyse(args);
    const task = one && taskDefinitionOf(one);
    if (task !== undefined) {
        return taskRules.includes(rule) ? judgeConfigured(rule, task, options) : undefined;
    }
    const judgesNow = levelOf(rule) !== "advisory" && concernsStack(rule) && one !== undefined;
    return judgesNow ? judgeResource(rule, stackAround(one), args.urn, options.scope) : undefined;
}

/**
 * The engine counts a policy as passed that neither reports nor says that it did not apply. This call must come last:
 * it throws.
 */
function passOnlyIfDecided(args: Pick<ResourceValidationArgs, "notApplicable">, outcome: Outcome | undefined): void {
    if (outcome === undefined) {
        args.notApplicable("The rule says nothing of resources of this type before they are created.");
    } else if (outcome.violations.length === 0 && outcome.undecided.length > 0) {
        args.notApplicable(`Not known at preview: ${outcome.undecided.join(", ")}.`);
    }
}

function concernsStack({ perService, perLaunchTemplate }: Rule): boolean {
    return perService !== undefined || perLaunchTemplate !== undefined;
}

/** What was said of a resource before it was created is not said again of the stack. */
function key(urn: string, message: string): string {
    return `${urn}\n${message}`;
}
