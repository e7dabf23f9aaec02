import { wrapped } from "../reports/wrapped";
import { fixableRules, rules } from "../../checks";

/** A line for each rule: its name, level, severity, and what it demands. For programs, JSON with all its texts. */
export function ruleList(isJson: boolean, columns: number): string {
    if (isJson) {
        return `${JSON.stringify({ version: 1, rules: rules.map(plain) }, undefined, 2)}\n`;
    }
    const width = Math.max(...rules.map(({ name }) => name.length));
    const lines = rules.map(({ name, level, severity, summary }) => {
        const head = [name.padEnd(width), level.padEnd("mandatory".length), severity.padEnd("critical".length)];
        const line = [...head, summary].join("  ");
        return line.length <= columns
            ? line
            : `${head.join("  ").trimEnd()}\n    ${wrapped(summary, columns, "    ", 4)}`;
    });
    return `${lines.join("\n")}\n\necs-inferentia explain RULE tells why, with a wrong and a right example.\n`;
}

function plain({ name, level, severity, summary, why, fix, runtimes, options = [], sources }: (typeof rules)[number]) {
    const isFixable = fixableRules.includes(name);
    return { name, level, severity, summary, why, fix, runtimes, options, isFixable, sources };
}
