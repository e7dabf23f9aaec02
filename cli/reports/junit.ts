import { fails, type FailOn } from "./fail-on";
import { messageIn, type PlacedFinding } from "./finding";
import type { Report, Write } from "./report";

/** JUnit's XML, for CI services: a test suite for each file, a test case for each finding, or one that passes. */
export function junitReport(write: Write, failOn: FailOn): Report {
    const suite = (file: string, cases: readonly string[], failures: number, errors = 0) =>
        write(
            `<testsuite name="${escape(file)}" tests="${cases.length}" failures="${failures}" ` +
                `errors="${errors}">\n${cases.join("")}</testsuite>\n`,
        );
    return {
        start: () => write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="ecs-inferentia">\n'),
        file: ({ file, findings, resources }) => {
            const failed = findings.filter((finding) => fails(finding, failOn)).length;
            const found = new Set(findings.map(({ resource }) => resource));
            const clean = resources.filter((resource) => !found.has(resource));
            const passed = clean.map(
                (resource) => `<testcase classname="${escape(file)}" name="${escape(resource)}"/>\n`,
            );
            suite(file, [...findings.map((finding) => testCase(finding, failOn)), ...passed], failed);
        },
        failure: ({ file, line, reason }) =>
            suite(
                file,
                [
                    `<testcase classname="${escape(file)}" name="read"><error ` +
                        `message="${escape(line === undefined ? reason : `line ${line}: ${reason}`)}"/></testcase>\n`,
                ],
                0,
                1,
            ),
        end: () => write("</testsuites>\n"),
    };
}

function testCase(finding: PlacedFinding, failOn: FailOn): string {
    const { file, line, column, resource, rule, level, kind, baseline } = finding;
    const text = escape(`${level} ${rule}: ${messageIn(finding)}`);
    const body = fails(finding, failOn)
        ? `<failure type="${escape(rule)}" message="${text}">${escape(`${file}:${line}:${column}`)}</failure>`
        : kind === "violation" && baseline !== "accepted"
          ? `<system-out>${text}</system-out>`
          : `<skipped message="${text}"/>`;
    return `<testcase classname="${escape(file)}" name="${escape(`${resource} ${rule}`)}">${body}</testcase>\n`;
}

/** XML has no way to write most control characters, nor halves of surrogate pairs. */
const unwritable = /\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

function escape(text: string): string {
    const entities: Readonly<Record<string, string>> = {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "\n": "&#10;",
        "\r": "&#13;",
        "\t": "&#9;",
    };
    return text.replace(/[&<>"\n\r\t]/g, (character) => entities[character] ?? "").replace(unwritable, "\ufffd");
}
