import { isDeepStrictEqual } from "node:util";
import { edited, type Edit } from "../../checks";
import type { Place } from "../input/document";
import { parseYaml } from "../input/parse-yaml";
import type { ReadFile } from "../input/read-file";
import { treesOf, valueAt, type WrittenDefinition } from "./definitions-in";
import { editedText } from "./json-text";
import { NotCertain } from "./yaml-lines";
import { editedYaml } from "./yaml-text";

/** The edits of one task definition of a file. */
export interface FileEdits extends Pick<WrittenDefinition, "part" | "place"> {
    readonly edits: readonly Edit[];
}

/**
 * A file's text with edits of its task definitions in it, in its own form. Undefined where the text could be another
 * than the one that is meant.
 */
export function editedFile(file: ReadFile, definitions: readonly FileEdits[]): string | undefined {
    if (file.isJson) {
        return editedText(file.text, definitions);
    }
    const text = yamlWith(file, definitions);
    return text !== undefined && isMeant(text, file, definitions) ? text : undefined;
}

function yamlWith(file: ReadFile, definitions: readonly FileEdits[]): string | undefined {
    try {
        // From the last document to the first, so that those before stay where they are.
        return treesOf(file).reduceRight((before, { root }, index) => {
            const own = definitions.filter(({ part, edits }) => part === index && edits.length > 0);
            return root === undefined || own.length === 0 ? before : editedYaml(before, root, own);
        }, file.text);
    } catch (error) {
        if (error instanceof NotCertain) {
            return undefined;
        }
        throw error;
    }
}

/** Whether a text's data are those of the file with the edits in them. */
function isMeant(text: string, { parts }: ReadFile, definitions: readonly FileEdits[]): boolean {
    const meant = parts.map(({ parsed }, index) =>
        definitions
            .filter(({ part }) => part === index)
            .reduce((data, { place, edits }) => {
                const definition = valueAt(data, place) as object;
                return withValue(
                    data,
                    place,
                    edits.reduce<object>((before, edit) => edited(before, edit), definition),
                );
            }, parsed.data),
    );
    try {
        return isDeepStrictEqual(
            parseYaml(text).map(({ data }) => data),
            meant,
        );
    } catch {
        return false;
    }
}

function withValue(data: unknown, [step, ...rest]: Place, value: unknown): unknown {
    if (step === undefined) {
        return value;
    }
    const holder = data as Record<string | number, unknown>;
    const inner = withValue(holder[step], rest, value);
    return Array.isArray(data)
        ? (data as unknown[]).map((item, index) => (index === step ? inner : item))
        : { ...holder, [step]: inner };
}
