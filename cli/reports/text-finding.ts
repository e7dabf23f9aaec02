import { rules } from "../../checks";
import { columnsOf } from "./columns";
import { problemIn, type PlacedFinding } from "./finding";
import { codeFrame } from "./frame/code-frame";
import { printable } from "./frame/printable";
import type { Terminal } from "./report";
import { wrapped } from "./wrapped";
import type { Lines } from "../input/position";

/** What is wrong stands beside its mark where it fits there. */
const maxWidth = 120;
const indent = "   ";
const explained = new Set(rules.map(({ name }) => name));

/** What a rule rejects, switched off or not. */
type Violation = Exclude<PlacedFinding, { readonly kind: "unknown" }>;

/** A finding for people: where, what, the lines that show it, and what to do. */
export function paragraph(finding: Violation, lines: Lines, terminal: Terminal): string {
    return [head(finding, terminal), ...shown(finding, lines, terminal), ...advice(finding, terminal)].join("\n");
}

/** The place of a finding, and what stands there. */
export function positionText({ file, line, column }: PlacedFinding): string {
    return printable(`${file}:${line}:${column}`);
}

function head(finding: PlacedFinding, { colours, width }: Terminal): string {
    const { rule, level, severity, kind, resource, container } = finding;
    const weight = kind === "suppressed" ? kind : `${level} · ${severity}`;
    const colour = kind === "suppressed" ? colours.dim : level === "mandatory" ? colours.red : colours.yellow;
    const subject = printable(container === undefined ? resource : `${resource}, container "${container}"`);
    const parts = [
        [positionText(finding), colours.bold],
        [rule, colour],
        [weight, colour],
        [subject, String],
    ] as const;
    let [text, used] = ["", 0];
    for (const [part, paint] of parts) {
        const isFirst = text === "";
        const fits = isFirst || used + 2 + columnsOf(part) <= width;
        text += `${isFirst ? "" : fits ? "  " : `\n${indent}`}${paint(part)}`;
        used = (fits ? used + (isFirst ? 0 : 2) : indent.length) + columnsOf(part);
    }
    return text;
}

function shown(finding: PlacedFinding, lines: Lines, { colours, width }: Terminal): readonly string[] {
    const { hasLines, isVariable } = finding;
    const said = printable(problemIn(finding));
    const frame = hasLines ? codeFrame(lines, finding, isVariable, width - indent.length) : undefined;
    if (frame === undefined) {
        return [`${indent}${wrapped(said, width, indent, indent.length)}`];
    }
    const isShort =
        indent.length + frame.indent.length + frame.mark.length + 1 + columnsOf(said) <= Math.min(width, maxWidth);
    const marked = isShort
        ? [`${frame.indent}${colours.red(`${frame.mark} ${said}`)}`]
        : [`${frame.indent}${colours.red(frame.mark)}`, colours.red(wrapped(said, width, indent, indent.length))];
    return [...frame.lines, ...marked].map((line) => `${indent}${line}`);
}

function advice(finding: Violation, terminal: Terminal): readonly string[] {
    if (finding.kind === "suppressed") {
        return [line("because", finding.reason, terminal)];
    }
    const { rule, remedy, fix, option } = finding;
    return [
        line("fix", `${remedy}${fix === undefined ? "" : " (--fix does it)"}`, terminal),
        ...(option === undefined ? [] : [line("or", `accept it: ${optionText(option)} in --config`, terminal)]),
        ...(explained.has(rule) ? [line("why", `ecs-inferentia explain ${rule}`, terminal)] : []),
    ];
}

function optionText({ name, value }: NonNullable<Violation["option"]>): string {
    return `"ecs-inferentia": {${JSON.stringify(name)}: ${JSON.stringify(value)}}`;
}

function line(what: string, text: string, { colours, width }: Terminal): string {
    const shownText = wrapped(printable(text), width, indent, indent.length + what.length + 2);
    return `${indent}${colours.bold(`${what}:`)} ${shownText}`;
}
