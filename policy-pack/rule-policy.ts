import type { PolicyConfigSchema, StackValidationArgs } from "@pulumi/policy";
import { configurationSchemaOf, messageOf, propertyText, stackRules, type Finding, type Rule } from "../checks";
import { ruleMetadata } from "./metadata";
import { sayNotApplicable } from "./not-applicable";
import type { Policy } from "./policy";
import { remediationBy } from "./remediation";
import type { ResourceJudgement, Run } from "./run";

/** A rule as a policy: over each resource before it is created, and over the stack where that shows more. */
export function policyOf(rule: Rule, run: Run): Policy {
    const ofRule = (findings: readonly Finding[]) => findings.filter((finding) => finding.rule === rule.name);
    const appliesTo = (judgement?: ResourceJudgement) => judgement?.checkedBy.has(rule.name) === true;
    const remediateResource = remediationBy(rule.name, run);
    const overResources: Policy = {
        name: rule.name,
        description: rule.summary,
        enforcementLevel: rule.level,
        severity: rule.severity,
        ...ruleMetadata(rule),
        configSchema: configSchemaOf(rule.name),
        ...(remediateResource === undefined ? {} : { remediateResource }),
        appliesTo,
        validateResource: (args, report) => {
            const judgement = run.judge(rule.name, args);
            if (judgement === undefined || !appliesTo(judgement)) {
                return sayNotApplicable(args, "The rule says nothing of such resources before they are created.");
            }
            const findings = ofRule(judgement.findings);
            violationsIn(findings).forEach((finding) => report(messageOf(finding)));
            passOnlyIfDecided(args, findings);
        },
    };
    return !stackRules.includes(rule)
        ? overResources
        : {
              ...overResources,
              validateStack: (args, report) => {
                  const findings = ofRule(run.judgeStack(rule.name, args).findings);
                  violationsIn(findings).forEach((finding) => report(messageOf(finding), finding.resource));
                  passOnlyIfDecided(args, findings);
              },
          };
}

/** The options of a policy, as the engine and Pulumi Cloud check them. */
export function configSchemaOf(policy: string): PolicyConfigSchema {
    return { properties: configurationSchemaOf(policy) } as PolicyConfigSchema;
}

function violationsIn(findings: readonly Finding[]): readonly Finding[] {
    // A policy reports all at its own level, which advice must not have.
    return findings.filter((finding) => finding.kind === "violation" && finding.isAdvice !== true);
}

/**
 * The engine counts a policy as passed that neither reports nor says that it did not apply. This call must come last:
 * it throws.
 */
function passOnlyIfDecided(args: Pick<StackValidationArgs, "notApplicable">, findings: readonly Finding[]): void {
    if (findings.length > 0 && findings.every(({ kind }) => kind === "unknown")) {
        sayNotApplicable(args, `Not known at preview: ${findings.map(propertyText).join(", ")}.`);
    }
}
