import { rules } from "../../checks";
import type { Colours } from "./colours";
import { problemIn, type PlacedFinding } from "./finding";
import { codeFrame } from "./frame/code-frame";
import { printable } from "./frame/printable";
import type { Lines } from "../input/position";

/** What is wrong stands beside its mark where it fits there. */
const mostWidth = 120;
const explained = new Set(rules.map(({ name }) => name));

/** What a rule rejects, switched off or not. */
type Violation = Exclude<PlacedFinding, { readonly kind: "unknown" }>;

/** A finding for people: where, what, the lines that show it, and what to do. */
export function paragraph(finding: Violation, lines: Lines, colours: Colours): string {
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
    const { hasLines, isVariable } = finding;
    const said = printable(problemIn(finding));
    const frame = hasLines ? codeFrame(lines, finding, isVariable) : undefined;
    if (frame === undefined) {
        return [`   ${said}`];
    }
    const isShort = frame.indent.length + frame.mark.length + said.length <= mostWidth;
    const marked = isShort
        ? [`${frame.indent}${colours.red(`${frame.mark} ${said}`)}`]
        : [`${frame.indent}${colours.red(frame.mark)}`, colours.red(said)];
    return [...frame.lines, ...marked].map((line) => `   ${line}`);
}

function advice(finding: Violation, colours: Colours): readonly string[] {
    if (finding.kind === "suppressed") {
        return [line("because", finding.reason, colours)];
    }
    const { rule, remedy, fix, option } = finding;
    return [
        line("fix", `${remedy}${fix === undefined ? "" : " (--fix does it)"}`, colours),
        ...(option === undefined ? [] : [line("or", `accept it: ${optionText(option)} in --config`, colours)]),
        ...(explained.has(rule) ? [line("why", `ecs-inferentia explain ${rule}`, colours)] : []),
    ];
}

function optionText({ name, value }: NonNullable<Violation["option"]>): string {
    return `"ecs-inferentia": {${JSON.stringify(name)}: ${JSON.stringify(value)}}`;
}

function line(what: string, text: string, colours: Colours): string {
    return `   ${colours.bold(`${what}:`)} ${printable(text)}`;
}
