import { version } from "../../package.json";
import { rules, shapeRule } from "../../checks";
import type { PlacedFinding, ReadFailure } from "../finding";
import { rulePage, type Report, type Write } from "./report";

const levels = { mandatory: "error", advisory: "warning" } as const;
/** GitHub's code scanning sorts by a number from 0 to 10. */
const securitySeverity = { low: "3.0", medium: "5.5", high: "8.0", critical: "9.5" } as const;

const ids = [...rules.map(({ name }) => name), shapeRule.name];

/** SARIF 2.1.0, for code-scanning services. */
export function sarifReport(write: Write): Report {
    const failures: ReadFailure[] = [];
    let results = 0;
    return {
        start: () => {
            const head = { version: "2.1.0", $schema: "https://json.schemastore.org/sarif-2.1.0.json" };
            write(
                `${JSON.stringify(head).slice(0, -1)},"runs":[` +
                    `{"tool":${JSON.stringify({ driver: driver() })},"results":[`,
            );
        },
        file: ({ findings }) => {
            for (const finding of findings) {
                write(`${results++ === 0 ? "" : ","}\n${JSON.stringify(result(finding))}`);
            }
        },
        failure: (failure) => void failures.push(failure),
        end: () => {
            const invocation = {
                executionSuccessful: failures.length === 0,
                toolExecutionNotifications: failures.map(notification),
            };
            write(`\n],"invocations":[${JSON.stringify(invocation)}],"columnKind":"utf16CodeUnits"}]}\n`);
        },
    };
}

function driver(): object {
    return {
        name: "ecs-inferentia",
        semanticVersion: version,
        rules: [
            ...rules.map(({ name, summary, why, fix, severity, level }) => ({
                id: name,
                shortDescription: { text: summary },
                fullDescription: { text: why },
                help: { text: fix, markdown: `${why}\n\n${fix}\n\n[${name}](${rulePage(name)})` },
                helpUri: rulePage(name),
                defaultConfiguration: { level: levels[level] },
                properties: { "security-severity": securitySeverity[severity], tags: ["aws", "ecs", "inferentia"] },
            })),
            {
                id: shapeRule.name,
                shortDescription: { text: shapeRule.summary },
                defaultConfiguration: { level: levels[shapeRule.level] },
            },
        ],
    };
}

function result({ file, line, resource, rule, level, kind, message }: PlacedFinding): object {
    return {
        ruleId: rule,
        ruleIndex: ids.indexOf(rule),
        // What could not be decided is for a person to look at, and no problem by itself.
        ...(kind === "unknown" ? { kind: "review", level: "none" } : { level: levels[level] }),
        message: { text: message },
        locations: [
            {
                physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: line } },
                logicalLocations: [{ name: resource, kind: "resource" }],
            },
        ],
        ...(kind === "suppressed" && { suppressions: [{ kind: "external" }] }),
    };
}

function notification({ file, line, reason }: ReadFailure): object {
    return {
        level: "error",
        message: { text: reason },
        locations: [
            {
                physicalLocation: {
                    artifactLocation: { uri: uriOf(file) },
                    ...(line !== undefined && { region: { startLine: line } }),
                },
            },
        ],
    };
}

function uriOf(file: string): string {
    return file === "-" ? "stdin" : encodeURI(file.replaceAll("\\", "/"));
}
