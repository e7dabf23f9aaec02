import { writeFileSync } from "node:fs";
import { repair, type Change, type Configuration } from "../checks";
import type * as jsonText from "./edits/json-text";
import { ecsFormat } from "./formats/ecs";
import type { ReadFile } from "./read-file";

/**
 * Repairs the task definitions of a JSON file in place, where there is exactly one right answer, and keeps its form.
 * Files of other formats are left alone: there a value may be the result of something that stands elsewhere.
 */
export function fixFile(
    path: string,
    { text, isJson, document }: ReadFile,
    configuration: Configuration,
): readonly Change[] {
    if (document?.format !== ecsFormat || !isJson) {
        return [];
    }
    const repaired = document.resources.map(({ id, properties: definition }) => ({
        place: document.places.get(id) ?? [],
        changes: repair({ id, definition }, configuration).changes,
    }));
    const changes = repaired.flatMap((one) => one.changes);
    if (changes.length > 0) {
        const { editedText } = require("./edits/json-text") as typeof jsonText;
        const edits = repaired.map((one) => ({ ...one, edits: one.changes.flatMap((change) => change.edits) }));
        writeFileSync(path, editedText(text, edits));
    }
    return changes;
}
