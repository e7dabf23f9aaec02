import { readFileSync } from "node:fs";
import { join } from "node:path";
import { configurationSchema } from "../checks/configuration/file-schema";
import { rules } from "../checks/rules";
import { examplesOf } from "../checks/examples";
import { configurationPage } from "./configuration-page";
import { ruleIndex, rulePage, ruleTable } from "./rule-page";

export const root = join(__dirname, "..");
export const pagesFolder = "docs/rules";

const schemaFile = "policy-pack-config.schema.json";

const [begin, end] = ["<!-- rules:begin -->", "<!-- rules:end -->"];

/** Every document that is generated, whole, by its path from the project's root. */
export function documents(): ReadonlyMap<string, string> {
    return new Map([
        ...rules.map((rule): [string, string] => [
            `${pagesFolder}/${rule.name}.md`,
            rulePage(rule, examplesOf(rule.name)),
        ]),
        [`${pagesFolder}/README.md`, ruleIndex(rules)],
        ["docs/configuration.md", configurationPage(schemaFile)],
        [`docs/${schemaFile}`, `${JSON.stringify(configurationSchema, undefined, 2)}\n`],
        ["README.md", withRuleTable(readFileSync(join(root, "README.md"), "utf8"))],
    ]);
}

function withRuleTable(readme: string): string {
    const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
    if (from === -1 || to < from) {
        throw new Error(`README.md must have ${begin} and, after it, ${end}`);
    }
    return `${readme.slice(0, from + begin.length)}\n${ruleTable(rules, `${pagesFolder}/`)}\n${readme.slice(to)}`;
}
