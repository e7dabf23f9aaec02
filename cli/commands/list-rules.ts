import { rules } from "../../checks";

/** A line for each rule: its name, level, severity, and what it demands. */
export function ruleList(): string {
    const width = Math.max(...rules.map(({ name }) => name.length));
    const lines = rules.map(({ name, level, severity, summary }) =>
        [name.padEnd(width), level.padEnd("mandatory".length), severity.padEnd("critical".length), summary].join("  "),
    );
    return `${lines.join("\n")}\n\necs-inferentia explain RULE tells why, with a wrong and a right example.\n`;
}
