import type { Level } from "../configuration/options";
import type { Configuration } from "../configuration/read-configuration";
import { rulesOver } from "../rules";
import type { RuleText, TaskOptions } from "../rules/rule";
import type { Path, Property } from "../../ecs/path";
import type { Stack } from "../stack/stack";
import { pathAmong } from "../stack/places";
import { typesByTask } from "../stack/types-by-task";
import type { CheckedResource } from "../stack/stack-resources";
import { aboutPath } from "./about-path";
import type { Finding } from "./finding";
import { judgeStackResource } from "./judge-stack-resource";
import { judgeOverrides } from "./judge-overrides";
import { judgeTask } from "./judge-task";
import { nothing, type Outcome } from "./outcome";
import { isMisshapen, shapeOutcome, shapeRule } from "./shape";
import { acceptedByRuntimes, allRuntimes } from "./with-all-runtimes";

/** Everything that the rules say of one resource of a stack, as they are configured. Total: it never throws. */
export function judge(resource: CheckedResource, stack: Stack, configuration: Configuration): readonly Finding[] {
    const findings: Finding[] = [];
    const placedTypes = resource.kind === "taskDefinition" ? typesByTask(stack).get(resource) : undefined;
    const add = (rule: RuleText, outcome: () => Outcome) => {
        const level = reported(configuration.level(rule));
        if (level !== undefined) {
            const said = outcome();
            // Stryker disable next-line ConditionalExpression: it saves time where a rule finds nothing
            if (said !== nothing) {
                findings.push(...findingsOf(said, { rule, level, placedTypes }, resource, configuration));
            }
        }
    };
    const optionsOf = (rule: string): TaskOptions =>
        placedTypes === undefined ? configuration.options(rule) : { ...configuration.options(rule), placedTypes };
    if (resource.kind === "taskDefinition") {
        const { task } = resource;
        add(shapeRule, () => shapeOutcome(task));
        rulesOver.taskDefinition.forEach((rule) => add(rule, () => judgeTask(rule, task, optionsOf(rule.name))));
    } else {
        rulesOver[resource.kind].forEach((rule) =>
            add(rule, () => judgeStackResource(rule, resource, stack, configuration.options(rule.name))),
        );
        if (resource.kind === "taskStarter" && resource.withoutOverrides !== undefined) {
            rulesOver.taskDefinition.forEach((rule) =>
                add(rule, () => judgeOverrides(rule, resource, configuration.options(rule.name))),
            );
        }
    }
    return findings;
}

/** What is to be repaired is mandatory where it still stands. */
function reported(level: Level): Finding["level"] | undefined {
    return level === "disabled" ? undefined : level === "remediate" ? "mandatory" : level;
}

/** By which rule, at which level, a resource was checked, and what the stack tells of its types. */
interface RuleApplication extends Pick<TaskOptions, "placedTypes"> {
    readonly rule: RuleText;
    readonly level: Finding["level"];
}

function* findingsOf(
    { violations, undecided, isScopeOpen }: Outcome,
    { rule, level, placedTypes }: RuleApplication,
    resource: CheckedResource,
    configuration: Configuration,
): Iterable<Finding> {
    const { name, severity } = rule;
    const about = ({ path }: Property) => ({
        resource: resource.id,
        rule: name,
        level,
        severity,
        ...aboutPath(resource, path),
    });
    const suppression = configuration.suppression(rule.name, resource.id);
    const accepted = acceptedByRuntimes(rule, violations, resource, configuration, placedTypes);
    for (const violation of violations) {
        const option = accepted.has(violation) && { option: allRuntimes };
        const found = {
            ...about(violation),
            ...violation,
            ...option,
            ...(violation.isAdvice && { level: "advisory" as const }),
            path: pathIn(resource, violation),
        };
        yield suppression === undefined
            ? { ...found, kind: "violation" }
            : { ...found, kind: "suppressed", reason: suppression.reason };
    }
    for (const property of undecided) {
        if (resource.kind !== "taskDefinition" || !isMisshapen(resource.task, property.path)) {
            const found = { ...about(property), ...property, path: pathIn(resource, property) };
            yield { ...found, kind: "unknown", ...(isScopeOpen && { isScopeOpen }) };
        }
    }
}

/** Where a property stands in its resource. */
function pathIn(resource: CheckedResource, { path, owner }: Property): Path {
    return !("places" in resource) || owner !== undefined ? path : pathAmong(path, resource.places);
}
