import { writeFileSync } from "node:fs";
import { suppressionOf } from "../checks/judge/suppression";
import { fixableRules, type Change } from "../checks/fixes";
import type * as jsonFile from "./edits/json-file";
import { rules } from "../checks/rules";
import { namesOf } from "./check";
import type { CheckOptions } from "./configuration";
import { ecsFormat } from "./formats/ecs";
import type { ReadFile } from "./read-file";

/**
 * Repairs the task definitions of a JSON file in place, where there is exactly one right answer, and keeps its form.
 * Files of other formats are left alone: there a value may be the result of something that stands elsewhere.
 */
export function fixFile(path: string, { text, isJson, document }: ReadFile, options: CheckOptions): readonly Change[] {
    if (document?.format !== ecsFormat || !isJson) {
        return [];
    }
    const { fixJsonText } = require("./edits/json-file") as typeof jsonFile;
    const changes: Change[] = [];
    let fixed = text;
    for (const { id, properties } of document.resources) {
        const wanted = rules.filter(
            (rule) =>
                fixableRules.includes(rule.name) &&
                options.level(rule) !== undefined &&
                suppressionOf(options.options(rule.name), namesOf(id)) === undefined,
        );
        const result = fixJsonText(fixed, document.places.get(id) ?? [], properties, {
            rules: wanted.map(({ name }) => name),
            optionsOf: (rule) => options.options(rule),
        });
        fixed = result.text;
        changes.push(...result.changes);
    }
    if (changes.length > 0) {
        writeFileSync(path, fixed);
    }
    return changes;
}
