import { parseTree, type Node } from "jsonc-parser";
import { JsonForm } from "./json-form";
import type { Edit, Path } from "../../checks/fixes/proposal";
import { Spelling } from "../../checks/fixes/spelling";

/**
 * A JSON text with edits of the task definition that stands at a place of it. Every byte that they do not touch is as
 * before: indentation, line ends, blanks, the order of keys.
 *
 * @param place the keys and indexes from the top, as the text spells them
 * @throws RangeError when there is nothing at the place
 */
export function editedText(text: string, place: Path, edits: readonly Edit[]): string {
    const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
    return mark + edits.reduce((before, edit) => editedOnce(before, place, edit), text.slice(mark.length));
}

function editedOnce(text: string, place: Path, edit: Edit): string {
    const definition = place.reduce<Node | undefined>((node, step) => node && child(node, step), parseTree(text));
    if (definition === undefined) {
        throw new RangeError("there is no task definition at this place of the text");
    }
    return change(text, definition, edit.path, edit, Spelling.camelCase);
}

function change(text: string, node: Node, path: Path, edit: Edit, around: Spelling): string {
    const [step, ...rest] = path;
    const form = new JsonForm(text);
    if (step === undefined) {
        const value = around.spelled(edit.value);
        return edit.append === true ? form.added(node, value) : form.replaced(node, value);
    }
    if (node.type === "string") {
        const inner = node.value as string;
        return form.replaced(node, editedOnce(inner, [], { ...edit, path }));
    }
    const keys = Object.fromEntries((node.children ?? []).map(({ children }) => [String(children?.[0]?.value), true]));
    const spelling = node.type === "object" ? Spelling.of(keys, around) : around;
    const key = typeof step === "string" ? spelling.keyIn(keys, step) : step;
    const next = child(node, key);
    if (next !== undefined && next.type !== "null") {
        return change(text, next, rest, edit, spelling);
    }
    const value = newValue(rest, edit, spelling);
    return next === undefined ? form.added(node, value, String(key)) : form.replaced(next, value);
}

/** What stands where nothing stood before: the value, in the objects and lists that lead to it. */
function newValue(path: Path, { value, append }: Edit, spelling: Spelling): unknown {
    const inmost = append === true ? [spelling.spelled(value)] : spelling.spelled(value);
    return path.reduceRight<unknown>(
        (inner, step) => (typeof step === "string" ? spelling.spelled({ [step]: inner }) : [inner]),
        inmost,
    );
}

/** Of several properties with one key the last counts, as in JSON.parse. */
function child(node: Node, step: string | number): Node | undefined {
    if (typeof step === "number") {
        return node.type === "array" ? node.children?.[step] : undefined;
    }
    const property =
        node.type === "object"
            ? node.children?.filter(({ children }) => children?.[0]?.value === step).at(-1)
            : undefined;
    return property?.children?.[1];
}
