import { createTwoFilesPatch, diffLines } from "diff";
import type { Rule } from "../checks/rules/rule";
import type { MadeExample as Example } from "../checks/examples";

const generated = "<!-- Generated from the rule and its tested examples by `npm run docs`; do not edit. -->";

/** The page of a rule: what it demands, why, how to fix it, and what it says of its examples. */
export function rulePage(rule: Rule, examples: readonly Example[]): string {
    const right = examples.filter(({ findings }) => findings.length === 0);
    const wrong = examples.filter(({ findings }) => findings.length > 0);
    return `${[
        `# ${rule.name}`,
        generated,
        rule.summary,
        `| level | severity | judges |\n| --- | --- | --- |\n| ${rule.level} | ${rule.severity} | ` +
            `${judged(rule).join(", ")} |`,
        "## Why it matters",
        rule.why,
        "## How to fix it",
        rule.fix,
        "## Wrong",
        "What each is, against the most similar right one, and the message that appears.",
        ...wrong.flatMap((example) => wrongExample(example, right)),
        "## Right",
        ...right.map(
            (example) =>
                `<details>\n<summary>${title(example)}</summary>\n\n${fenced("json", text(example))}\n\n</details>`,
        ),
        "## Sources",
        rule.sources.map((source) => `- ${source}`).join("\n"),
    ].join("\n\n")}\n`;
}

/** The table of all rules. @param folder where the pages are, seen from the document */
export function ruleTable(rules: readonly Rule[], folder: string): string {
    const rows = rules.map(
        ({ name, summary, level, severity }) =>
            `| [\`${name}\`](${folder}${name}.md) | ${summary} | ${level} | ${severity} |`,
    );
    return ["| rule | what it demands | level | severity |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

/** The index of the pages. */
export function ruleIndex(rules: readonly Rule[]): string {
    return `# Rules\n\n${generated}\n\n${ruleTable(rules, "")}\n`;
}

function judged(rule: Rule): readonly string[] {
    return [
        ...((rule.perTask ?? rule.perContainer ?? rule.perSidecar ?? rule.perModel) ? ["task definitions"] : []),
        ...(rule.perService === undefined ? [] : ["services"]),
        ...(rule.perLaunchTemplate === undefined ? [] : ["launch templates"]),
    ];
}

function wrongExample(example: Example, right: readonly Example[]): readonly string[] {
    const changes = (other: Example) =>
        diffLines(text(other), text(example)).reduce(
            (total, { added, removed, count }) => total + (added || removed ? (count ?? 0) : 0),
            0,
        );
    const [closest] = [...right].sort((one, other) => changes(one) - changes(other));
    const patch =
        closest === undefined
            ? text(example)
            : createTwoFilesPatch("right", "wrong", text(closest), text(example), "", "", { context: 3 });
    const messages = example.findings.map(
        ({ rule, resource, path, message }) =>
            `> ${rule === undefined ? "" : `\`${rule}\`: `}${message}\n>\n> at ` +
            `\`${resource === undefined ? "" : `${resource}: `}${path}\``,
    );
    return [`### ${title(example)}`, fenced("diff", patch.replace(/^=+\n/, "")), messages.join("\n\n")];
}

function title(example: Example): string {
    return example.title.charAt(0).toUpperCase() + example.title.slice(1);
}

function text({ definition }: Example): string {
    return `${JSON.stringify(definition, undefined, 2)}\n`;
}

function fenced(language: string, content: string): string {
    return `\`\`\`${language}\n${content.trimEnd()}\n\`\`\``;
}
