import type { Level } from "../configuration/options";
import type { Configuration } from "../configuration/read-configuration";
import { rulesOver } from "../rules";
import type { RuleText } from "../rules/rule";
import type { Stack } from "../stack/stack";
import type { JudgedResource } from "../stack/stack-resources";
import type { Finding } from "./finding";
import { judgeAround } from "./judge-around";
import { judgeTask } from "./judge-task";
import { nothing, type Outcome } from "./outcome";
import { isMisshapen, shapeOutcome, shapeRule } from "./shape";

/** Everything that the rules say of one resource of a stack, as they are configured. Total: it never throws. */
export function judge(resource: JudgedResource, stack: Stack, configuration: Configuration): readonly Finding[] {
    const findings: Finding[] = [];
    const add = (rule: RuleText, outcome: () => Outcome) => {
        const level = reported(configuration.level(rule));
        if (level !== undefined) {
            const said = outcome();
            if (said !== nothing) {
                findings.push(...findingsOf(said, rule.name, level, resource, configuration));
            }
        }
    };
    if (resource.kind === "taskDefinition") {
        const { task } = resource;
        add(shapeRule, () => shapeOutcome(task));
        rulesOver.taskDefinition.forEach((rule) =>
            add(rule, () => judgeTask(rule, task, configuration.options(rule.name))),
        );
    } else {
        rulesOver[resource.kind].forEach((rule) =>
            add(rule, () => judgeAround(rule, resource, stack, configuration.options(rule.name))),
        );
    }
    return findings;
}

/** What is to be repaired is mandatory where it still stands. */
function reported(level: Level): Finding["level"] | undefined {
    return level === "disabled" ? undefined : level === "remediate" ? "mandatory" : level;
}

function* findingsOf(
    { violations, undecided, isScopeOpen }: Outcome,
    rule: string,
    level: Finding["level"],
    resource: JudgedResource,
    configuration: Configuration,
): Iterable<Finding> {
    const about = { resource: resource.id, rule, level };
    const suppression = violations.length === 0 ? undefined : configuration.suppression(rule, resource.id);
    for (const { path, message } of violations) {
        yield suppression === undefined
            ? { ...about, kind: "violation", path, message }
            : { ...about, kind: "suppressed", path, message: suppressedText(suppression.reason, rule, message) };
    }
    for (const path of undecided) {
        if (resource.kind !== "taskDefinition" || !isMisshapen(resource.task, path)) {
            const message = `${path} is not known, so that the rule could not decide`;
            yield { ...about, kind: "unknown", path, message, ...(isScopeOpen && { isScopeOpen }) };
        }
    }
}

function suppressedText(reason: string, rule: string, message: string): string {
    return `${rule} is switched off for this resource, because: ${reason}. It would say: ${message}`;
}
