import { pageUriOf, rules, shapeRule, type RuleText } from "../../checks";

const levels = { mandatory: "error", advisory: "warning" } as const;
/** GitHub's code scanning sorts by a number from 0 to 10. */
const securitySeverity = { low: "3.0", medium: "5.5", high: "8.0", critical: "9.5" } as const;

const all: readonly RuleText[] = [...rules, shapeRule];

/** The names of the rules, in the order in which a log lists them. */
export const ruleIds: readonly string[] = all.map(({ name }) => name);

/** Every rule as a SARIF log describes it. */
export function sarifRules(): readonly object[] {
    return all.map((rule) => ({
        id: rule.name,
        shortDescription: { text: rule.summary },
        fullDescription: { text: rule.why },
        help: { text: `${rule.why}\n\n${rule.fix}`, markdown: markdown(rule) },
        helpUri: helpUri(rule),
        defaultConfiguration: { level: sarifLevel(rule.level) },
        properties: {
            "security-severity": securitySeverity[rule.severity],
            tags: ["aws", "ecs", "inferentia", "neuron"],
        },
    }));
}

export function sarifLevel(level: RuleText["level"]): string {
    return levels[level];
}

/** The rule's page, where it is on the web, or else its first source. What cannot be read has no page of its own. */
function helpUri(rule: RuleText): string {
    const page = rule === shapeRule ? "" : pageUriOf(rule.name);
    return page.startsWith("https:") ? page : (rule.sources[0]?.url ?? "");
}

function markdown(rule: RuleText): string {
    const { name, summary, why, fix, options = [], sources } = rule;
    const links = sources.map(({ title, url }) => `- [${title}](${url})`);
    const configured = rule === shapeRule ? [] : ["scope", ...options, "suppressions"];
    return [
        `**${summary}**`,
        why,
        `**What to do:** ${fix}`,
        ...(configured.length === 0 ? [] : [`**Options:** ${configured.map((one) => `\`${one}\``).join(", ")}`]),
        `**Sources**\n\n${links.join("\n")}`,
        ...(rule === shapeRule ? [] : [`Wrong and right examples: [${name}](${pageUriOf(name)})`]),
    ].join("\n\n");
}
