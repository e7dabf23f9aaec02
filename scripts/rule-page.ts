import { fixableRules } from "../checks/fixes/repair";
import { policyOptions } from "../checks/configuration/policies";
import type { ChangedExample } from "../checks/examples";
import type { ExpectedFinding } from "../checks/examples/example";
import { nounOf } from "../checks/phrasing/names";
import { kindsJudgedBy } from "../checks/rules";
import type { Rule } from "../checks/rules/rule";
import { commandOutput } from "./command-output";
import { difference } from "./difference";
import { code, fenced, json, table } from "./markdown";

const generated = "<!-- Generated from the rule and its tested examples by `npm run docs`; do not edit. -->";

/** The page of a rule: what it demands and why, its most typical mistake, the others, and how to configure it. */
export function rulePage(rule: Rule, examples: readonly ChangedExample[]): string {
    const right = examples.filter(({ findings }) => findings.length === 0);
    const [typical, ...wrong] = examples.filter(({ findings }) => findings.length > 0);
    return `${[
        `# ${rule.name}`,
        generated,
        rule.summary,
        table(
            ["level", "severity", "judges"],
            [
                [
                    rule.level,
                    rule.severity,
                    kindsJudgedBy(rule)
                        .map((kind) => `${nounOf[kind]}s`)
                        .join(", "),
                ],
            ],
        ),
        "## Why",
        rule.why,
        ...(typical === undefined ? [] : typicalMistake(typical)),
        "## Also rejected",
        table(["change", "message"], rejected(wrong)),
        `Accepted: ${right.map(({ title }) => title).join("; ")}.`,
        "## Configuration",
        configuration(rule),
        "## Sources",
        rule.sources.map(({ title, url }) => `[${title}](${url})`).join(" · "),
    ].join("\n\n")}\n`;
}

/** The table of all rules. @param folder where the pages are, seen from the document */
export function ruleTable(rules: readonly Rule[], folder: string): string {
    return table(
        ["rule", "what it demands"],
        rules.map((rule) => [link(rule, folder), rule.summary]),
    );
}

/** The index of the pages. */
export function ruleIndex(rules: readonly Rule[]): string {
    const index = table(
        ["rule", "what it demands", "level", "severity"],
        rules.map((rule) => [link(rule, ""), rule.summary, rule.level, rule.severity]),
    );
    return `# Rules\n\n${generated}\n\n${index}\n`;
}

function link({ name }: Rule, folder: string): string {
    return `[${code(name)}](${folder}${name}.md)`;
}

function typicalMistake({ title, base, definition, findings }: ChangedExample): readonly string[] {
    const [right, wrong] = difference(base.definition, definition);
    const file = "Resources" in definition ? "template.json" : "task-definition.json";
    const { text, messages } = commandOutput(file, definition);
    if (!findings.every((finding) => messages.has(finding.message))) {
        throw new Error(`the built command does not find what it must where ${title}: run npm run build first`);
    }
    return [
        `## Wrong: ${title}`,
        `In ${base.name}, of which only what differs is shown:`,
        fenced("json", json(wrong)),
        fenced("console", `$ ecs-inferentia check ${file}\n${text}`),
        "Right:",
        fenced("json", json(right)),
    ];
}

/** The changes, and what is said of them: those of which the same is said in one row. */
function rejected(examples: readonly ChangedExample[]): readonly (readonly string[])[] {
    const titles = new Map<string, string[]>();
    for (const { title, findings } of examples) {
        const said = findings.map(message).join("<br>");
        titles.set(said, [...(titles.get(said) ?? []), title]);
    }
    return [...titles].map(([said, changes]) => [changes.join("; "), said]);
}

function message({ rule, message: text }: ExpectedFinding): string {
    return `${rule === undefined ? "" : `${code(rule)}: `}${text}`;
}

function configuration({ name }: Rule): string {
    const options = policyOptions.get(name) ?? [];
    const suppressions = [{ resource: "the resource's name", reason: "why the rule does not hold for it" }];
    return [
        `Options: ${options.map(code).join(", ")}; [what they are](../configuration.md#options).`,
        ...(options.includes("runtimes")
            ? [
                  "The option that matters is `runtimes`: it says for which Neuron runtime a task may be set up. Where another value of it would change the verdict, the message says so.",
              ]
            : []),
        fixableRules.includes(name)
            ? "`ecs-inferentia check --fix` and the level `remediate` [repair](../configuration.md#repairs) what has " +
              "exactly one right answer."
            : "`ecs-inferentia check --fix` and the level `remediate` repair nothing here.",
        "To switch the rule off for one resource:",
        fenced("json", json({ [name]: { suppressions } })),
    ].join("\n\n");
}
