import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { configurationSchema } from "../checks/configuration/file-schema";
import { rules } from "../checks/rules";
import { examplesOf } from "../checks/examples";
import { configurationPage } from "./configuration-page";
import { withPart } from "./generated-part";
import { instanceTable } from "./instance-table";
import { licencesPage } from "./licences";
import { linesTable, peersFolder } from "./peers";
import { ruleIndex, rulePage, ruleTable } from "./rule-page";
import { repository } from "./schema-settings";

export const root = join(__dirname, "..");
export const pagesFolder = "docs/rules";

const schemaFile = "policy-pack-config.schema.json";

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
        ["docs/licences.md", licencesPage(root)],
        withGeneratedPart("README.md", "rules", ruleTable(rules, `${repository}/blob/main/${pagesFolder}/`)),
        ...readdirSync(peersFolder).map((example) =>
            withGeneratedPart(`examples/${example}/README.md`, "lines", linesTable(root, example)),
        ),
        withGeneratedPart("docs/guides/sizing.md", "instances", instanceTable()),
    ]);
}

/** A document that is written by hand, but for a part of it. */
function withGeneratedPart(path: string, name: string, content: string): [string, string] {
    return [path, withPart(readFileSync(join(root, path), "utf8"), name, content, path)];
}
