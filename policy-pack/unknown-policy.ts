import { named, packPolicies, propertyText, undecidedText, UNKNOWN, unknownInputs, type Finding } from "../checks";
import { componentTypes } from "../contract";
import { informingPolicy } from "./metadata";
import type { Policy } from "./policy";
import { left, type Run } from "./run";

/** Says what no rule can judge at preview; the rules themselves judge it before the update. */
export function unknownPolicy(run: Run): Policy {
    return {
        ...informingPolicy(
            packPolicies.unknown,
            "What is not known at preview is judged before the update touches the resource.",
            "Nothing, or give a plain value where the preview shall judge it already.",
        ),
        validateResource: (args, report) => {
            const { outside, unread, undecided } = partsOf(left(run.judge(packPolicies.unknown, args), "unknown"));
            if (outside.length > 0) {
                report(valuesOutside(outside));
            }
            if (unread.length > 0) {
                report(valuesUnread(unread));
            }
            if (undecided.length > 0) {
                const it = undecided.some((one) => one.kind === "unknown" && one.isScopeOpen)
                    ? "Whether this is an inference task is not known either; if it is, it is"
                    : "It is";
                const what = inputsBehind(args.urn, run) ?? pathsOf(undecided);
                report(`${why(what, undecided)} ${it} checked before the update touches this resource`);
            }
        },
        validateStack: (args, report) => {
            for (const [resource, findings] of byResource(
                left(run.judgeStack(packPolicies.unknown, args), "unknown"),
            )) {
                const { outside, unread, undecided } = partsOf(findings);
                if (outside.length > 0) {
                    report(valuesOutside(outside), resource);
                }
                if (unread.length > 0) {
                    report(valuesUnread(unread), resource);
                }
                if (undecided.length > 0) {
                    report(`${why(pathsOf(undecided), undecided)} It is checked during the update`, resource);
                }
            }
        },
    };
}

/** What ECS reads when a task starts: no preview and no update shows its value. */
function isOutside({ path }: Finding): boolean {
    return path.includes("secrets") || path.includes("environmentFiles");
}

function partsOf(findings: readonly Finding[]): Record<"outside" | "unread" | "undecided", readonly Finding[]> {
    const inside = findings.filter((one) => !isOutside(one));
    return {
        outside: findings.filter(isOutside),
        unread: inside.filter(({ unread }) => unread !== undefined),
        undecided: inside.filter(({ unread }) => unread === undefined),
    };
}

function valuesOutside(findings: readonly Finding[]): string {
    return (
        `not known, because ECS reads the values only when a task starts: ${pathsOf(findings)}. ` +
        `Not decided by: ${rulesOf(findings)}. Set what is no secret in environment, where it can be checked`
    );
}

/** A script of which the value is known, but that is not read as a whole: no later check decides more. */
function valuesUnread(findings: readonly Finding[]): string {
    return (
        `not decided, because not all of it is read: ${pathsOf(findings)}. ` +
        `Not decided by: ${rulesOf(findings)}. Look at it yourself, or write it without that`
    );
}

function byResource(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
    const found = new Map<string, Finding[]>();
    for (const finding of findings) {
        const own = found.get(finding.resource) ?? [];
        found.set(finding.resource, own);
        own.push(finding);
    }
    return found;
}

/** What was not known of the component that makes a task definition, where that makes its whole text unknown. */
function inputsBehind(urn: string, run: Run): string | undefined {
    const source = run.sourceOf(urn);
    const component = run.sourceOf(source?.parent);
    if (source?.properties["containerDefinitions"] !== UNKNOWN || component?.type !== componentTypes.taskDefinition) {
        return undefined;
    }
    const inputs = unknownInputs(component.properties);
    const paths = inputs.map((path) => propertyText({ path })).join(", ");
    return inputs.length === 0
        ? undefined
        : `${paths} of ${named(component.id)}, from which containerDefinitions is made`;
}

function pathsOf(undecided: readonly Finding[]): string {
    return [...new Set(undecided.map(undecidedText))].join(", ");
}

function why(what: string, undecided: readonly Finding[]): string {
    return (
        `not known at preview, because it comes from a resource that is not there yet: ${what}. ` +
        `Not decided by: ${rulesOf(undecided)}.`
    );
}

function rulesOf(findings: readonly Finding[]): string {
    return [...new Set(findings.map(({ rule }) => rule))].join(", ");
}
