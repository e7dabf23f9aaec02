import type { EngineEvent } from "../../emulation/session";

/**
 * What policies said, as `<resource> <level> <rule>: <message>`, sorted: the engine's order is that in which resources
 * come.
 */
export function said(events: readonly EngineEvent[]): string[] {
    return events
        .flatMap(({ policyEvent }) => policyEvent ?? [])
        .map(({ resourceUrn = "", enforcementLevel, policyName, message }) => {
            // The SDK puts the policy's description on a line before the message, the engine colours around both.
            const text = message.replace(/<\{%.*?%\}>/g, "").trim();
            return (
                `${resourceUrn.slice(resourceUrn.lastIndexOf("::") + 2)} ${enforcementLevel} ${policyName}: ` +
                text.slice(text.indexOf("\n") + 1).trim()
            );
        })
        .sort();
}

/** The policies that the engine counts as passed, of a resource. */
export function passed(events: readonly EngineEvent[], resource: string): string[] {
    return events.flatMap(({ policyAnalyzeSummaryEvent: summary }) =>
        summary?.resourceUrn.endsWith(`::${resource}`) ? (summary.passed ?? []) : [],
    );
}
