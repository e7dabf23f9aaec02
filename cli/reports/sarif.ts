import { version } from "../package.json";
import { unmatchedText } from "./closing-notes";
import { messageIn, type PlacedFinding, type ProposedFix, type ReadFailure } from "./finding";
import type { Position } from "../input/position";
import { Fingerprints } from "./fingerprint";
import type { Report, Write } from "./report";
import { ruleIds, sarifLevel, sarifRules } from "./sarif-rules";

/** SARIF 2.1.0, for code-scanning services. */
export function sarifReport(write: Write): Report {
    const fingerprints = new Fingerprints(process.cwd());
    const failures: ReadFailure[] = [];
    let results = 0;
    return {
        start: () => {
            const head = { version: "2.1.0", $schema: "https://json.schemastore.org/sarif-2.1.0.json" };
            const driver = { name: "ecs-inferentia", semanticVersion: version, rules: sarifRules() };
            write(`${JSON.stringify(head).slice(0, -1)},"runs":[{"tool":${JSON.stringify({ driver })},"results":[`);
        },
        file: ({ findings }) => {
            for (const finding of findings) {
                const one = result(finding, fingerprints.of(finding));
                write(`${results++ === 0 ? "" : ","}\n${JSON.stringify(one)}`);
            }
        },
        failure: (failure) => void failures.push(failure),
        end: ({ unmatchedSuppressions }) => {
            const invocation = {
                executionSuccessful: failures.length === 0,
                toolExecutionNotifications: failures.map(notification),
                ...(unmatchedSuppressions.length > 0 && {
                    toolConfigurationNotifications: unmatchedSuppressions.map((one) => ({
                        level: "warning",
                        message: { text: unmatchedText(one) },
                    })),
                }),
            };
            write(`\n],"invocations":[${JSON.stringify(invocation)}],"columnKind":"utf16CodeUnits"}]}\n`);
        },
    };
}

function result(finding: PlacedFinding, fingerprint: string): object {
    const { file, resource, container, rule, level, kind, fix, baseline } = finding;
    const name = container === undefined ? resource : `${resource}/${container}`;
    return {
        ruleId: rule,
        ruleIndex: ruleIds.indexOf(rule),
        // What could not be decided is for a person to look at, and no problem by itself.
        ...(kind === "unknown" ? { kind: "review", level: "none" } : { level: sarifLevel(level) }),
        message: { text: messageIn(finding) },
        locations: [
            {
                physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: regionOf(finding) },
                logicalLocations: [{ name: resource, fullyQualifiedName: name, kind: "resource" }],
            },
        ],
        // The first is the one by which GitHub knows an alert again; the other lists its parts.
        partialFingerprints: { primaryLocationLineHash: fingerprint, "ecsInferentiaFinding/v1": fingerprint },
        ...(fix && { fixes: fixesOf(file, fix) }),
        ...(baseline !== undefined && { baselineState: baseline === "new" ? "new" : "unchanged" }),
        ...(finding.kind === "suppressed" && {
            suppressions: [{ kind: "external", status: "accepted", justification: finding.reason }],
        }),
    };
}

function regionOf({ line, column, endLine, endColumn }: Position): object {
    return { startLine: line, startColumn: column, endLine, endColumn };
}

function fixesOf(file: string, { note, replacement }: ProposedFix): readonly object[] {
    if (replacement === undefined) {
        return [];
    }
    const { region, text } = replacement;
    const replacements = [{ deletedRegion: regionOf(region), insertedContent: { text } }];
    return [
        {
            description: { text: note },
            artifactChanges: [{ artifactLocation: { uri: uriOf(file) }, replacements }],
        },
    ];
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
