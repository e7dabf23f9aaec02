import { fixTaskDefinition, type Change, type FixOptions } from "../../checks/fixes";
import { editedText } from "./json-text";
import type { Path } from "../../checks/fixes/proposal";

/**
 * Repairs the task definition that stands at a place of a JSON text, as {@link fixTaskDefinition} does, and keeps the
 * text's form.
 *
 * @param place the keys and indexes from the top, as the text spells them
 * @param definition what stands there; items of its lists have the indexes that they have in the text
 */
export function fixJsonText(
    text: string,
    place: Path,
    definition: object,
    options: FixOptions = {},
): { readonly text: string; readonly changes: readonly Change[] } {
    const { changes } = fixTaskDefinition(definition, options);
    const edits = changes.flatMap((change) => change.edits);
    return { text: editedText(text, place, edits), changes };
}
