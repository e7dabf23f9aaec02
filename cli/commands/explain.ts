import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fixableRules, rules, type RuleText } from "../../checks";

/** The pages of the rules, seen from the bundled command: in its own package, and in the library. */
const folders = ["..", join("..", "..")].map((up) => join(__dirname, up, "docs", "rules"));

/** The page of a rule: that of the package, or what the rule says of itself where the page is not there. */
export function explanation(name: string): string {
    const page = folders.map((folder) => join(folder, `${name}.md`)).find((path) => existsSync(path));
    if (page !== undefined) {
        return readFileSync(page, "utf8").replace(/<!--[^]*?-->\n\n/g, "");
    }
    const rule = rules.find((one) => one.name === name);
    return rule === undefined ? "" : ownWords(rule);
}

/** What a rule says of itself. */
export function ownWords({ name, summary, level, severity, why, fix, options = [], sources }: RuleText): string {
    const repaired = fixableRules.includes(name) ? "repairs what has exactly one right answer" : "repairs nothing here";
    return [
        `# ${name}`,
        summary,
        `Level ${level}, severity ${severity}.`,
        "## Why",
        why,
        "## What to do",
        `${fix} --fix ${repaired}.`,
        "## Configuration",
        `Options: ${["scope", ...options, "suppressions"].join(", ")}.`,
        "## Sources",
        `${sources.map(({ title, url }) => `- ${title}: ${url}`).join("\n")}\n`,
    ].join("\n\n");
}
