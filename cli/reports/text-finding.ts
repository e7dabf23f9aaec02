import { rules } from "../../checks";
import type { Colours } from "./colours";
import type { PlacedFinding } from "./finding";
import { codeFrame } from "./frame/code-frame";
import { printable } from "./frame/printable";
import type { Lines } from "../input/position";

/** What is wrong stands beside its mark where it fits there. */
const mostWidth = 120;
const generalRemedies = new Map(rules.map(({ name, fix }) => [name, fix]));

/** A finding for people: where, what, the lines that show it, and what to do. */
export function paragraph(finding: PlacedFinding, lines: Lines, colours: Colours): string {
    return [head(finding, colours), ...shown(finding, lines, colours), ...advice(finding, colours)].join("\n");
}

/** The place of a finding, and what stands there. */
export function placeIn({ file, line, column }: PlacedFinding): string {
    return printable(`${file}:${line}:${column}`);
}

function head(finding: PlacedFinding, colours: Colours): string {
    const { rule, level, severity, kind, resource, container } = finding;
    const weight = kind === "suppressed" ? kind : `${level} · ${severity}`;
    const colour = kind === "suppressed" ? colours.dim : level === "mandatory" ? colours.red : colours.yellow;
    const subject = printable(container === undefined ? resource : `${resource}, container "${container}"`);
    return [colours.bold(placeIn(finding)), colour(rule), colour(weight), subject].join("  ");
}

function shown(finding: PlacedFinding, lines: Lines, colours: Colours): readonly string[] {
    const { condition, hasLines, isVariable } = finding;
    const found = condition === undefined ? finding.found : `${finding.found} (when ${condition})`;
    const frame = hasLines ? codeFrame(lines, finding, isVariable) : undefined;
    if (frame === undefined) {
        return [`   ${printable(found)}`];
    }
    const said = printable(found);
    const isShort = frame.indent.length + frame.mark.length + said.length <= mostWidth;
    const marked = isShort
        ? [`${frame.indent}${colours.red(`${frame.mark} ${said}`)}`]
        : [`${frame.indent}${colours.red(frame.mark)}`, colours.red(said)];
    return [...frame.lines, ...marked].map((line) => `   ${line}`);
}

function advice(finding: PlacedFinding, colours: Colours): readonly string[] {
    const { rule, kind, remedy, fix, option, reason } = finding;
    if (kind === "suppressed") {
        return [line("because", reason ?? "", colours)];
    }
    const what = remedy ?? generalRemedies.get(rule);
    return [
        ...(what === undefined ? [] : [line("fix", `${what}${fix === undefined ? "" : " (--fix does it)"}`, colours)]),
        ...(option === undefined ? [] : [line("or", `accept it: ${optionText(option)} in --config`, colours)]),
        ...(generalRemedies.has(rule) ? [line("why", `ecs-inferentia explain ${rule}`, colours)] : []),
    ];
}

function optionText({ name, value }: NonNullable<PlacedFinding["option"]>): string {
    return `"ecs-inferentia": {${JSON.stringify(name)}: ${JSON.stringify(value)}}`;
}

function line(what: string, text: string, colours: Colours): string {
    return `   ${colours.bold(`${what}:`)} ${printable(text)}`;
}
