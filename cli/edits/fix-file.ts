import { repair, type Change, type Configuration } from "../../checks";
import type { Place } from "../input/document";
import { editedText } from "./json-text";
import { ecsFormat } from "../input/formats/ecs";
import type { ReadFile } from "../input/read-file";
import { NotWritten, replaceFile } from "./replace-file";

/** What a repair makes of one task definition of a file. */
export interface RepairedDefinition {
    /** The id of the resource. */
    readonly id: string;
    readonly place: Place;
    readonly definition: object;
    readonly changes: readonly Change[];
}

/**
 * The repairs of the task definitions of a JSON file, where there is exactly one right answer. Files of other formats
 * are left alone: there a value may be the result of something that stands elsewhere.
 */
export function repairsOf({ isJson, parts }: ReadFile, configuration: Configuration): readonly RepairedDefinition[] {
    const document = parts[0]?.variants[0];
    if (document?.format !== ecsFormat || !isJson) {
        return [];
    }
    return document.resources.map(({ id, properties: definition }) => ({
        id,
        place: document.places.get(id) ?? [],
        ...repair({ id, definition }, configuration),
    }));
}

/** A file's text with repairs in it, in its own form. */
export function repairedText(text: string, repairs: readonly Pick<RepairedDefinition, "place" | "changes">[]): string {
    return editedText(
        text,
        repairs.map(({ place, changes }) => ({ place, edits: changes.flatMap(({ edits }) => edits) })),
    );
}

/**
 * Repairs the task definitions of a file in place.
 *
 * @throws NotWritten when there is something to repair, and the file stays as it was
 */
export function fixFile(path: string, file: ReadFile, configuration: Configuration): readonly Change[] {
    const repairs = repairsOf(file, configuration);
    const changes = repairs.flatMap((one) => one.changes);
    if (changes.length > 0) {
        if (file.encoding !== "UTF-8") {
            throw new NotWritten(`it is written in ${file.encoding}; save it as UTF-8 first`);
        }
        replaceFile(path, repairedText(file.text, repairs));
    }
    return changes;
}
