import { repair, type Change, type Configuration } from "../checks";
import type * as jsonText from "./edits/json-text";
import { ecsFormat } from "./formats/ecs";
import type { ReadFile } from "./read-file";
import { NotWritten, replaceFile } from "./replace-file";

/**
 * Repairs the task definitions of a JSON file in place, where there is exactly one right answer, and keeps its form.
 * Files of other formats are left alone: there a value may be the result of something that stands elsewhere.
 *
 * @throws NotWritten when there is something to repair, and the file stays as it was
 */
export function fixFile(
    path: string,
    { text, encoding, isJson, parts }: ReadFile,
    configuration: Configuration,
): readonly Change[] {
    const document = parts[0]?.variants[0];
    if (document?.format !== ecsFormat || !isJson) {
        return [];
    }
    const repaired = document.resources.map(({ id, properties: definition }) => ({
        place: document.places.get(id) ?? [],
        changes: repair({ id, definition }, configuration).changes,
    }));
    const changes = repaired.flatMap((one) => one.changes);
    if (changes.length > 0) {
        if (encoding !== "UTF-8") {
            throw new NotWritten(`it is written in ${encoding}; save it as UTF-8 first`);
        }
        const { editedText } = require("./edits/json-text") as typeof jsonText;
        const edits = repaired.map((one) => ({ ...one, edits: one.changes.flatMap((change) => change.edits) }));
        replaceFile(path, editedText(text, edits));
    }
    return changes;
}
