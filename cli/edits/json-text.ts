import type * as jsonc from "jsonc-parser";
import { Spelling, type Edit, type Path } from "../../checks";
import { JsonForm, layoutOf, type JsonLayout } from "./json-form";

/** Only what changes a file needs it. */
function treeOf(text: string): jsonc.Node | undefined {
    return (require("jsonc-parser") as typeof jsonc).parseTree(text);
}

/** The edits of one task definition in a text. */
export interface DefinitionEdits {
    /** Where it stands: the keys and indexes from the top, as the text spells them. */
    readonly place: Path;
    readonly edits: readonly Edit[];
}

/**
 * A JSON text with edits of the task definitions that stand in it. Every byte that they do not touch is as before:
 * indentation, line ends, blanks, the order of keys. The text is parsed once; each edit goes through its own task
 * definition only.
 *
 * @throws RangeError when there is nothing at a place
 */
export function editedText(text: string, definitions: readonly DefinitionEdits[]): string {
    const root = treeOf(text.replace(/^\uFEFF/, " "));
    const layout = layoutOf(text);
    const form = new JsonForm(text, layout);
    const pieces: string[] = [];
    let at = 0;
    const placed = definitions
        .filter(({ edits }) => edits.length > 0)
        .map((one) => ({ ...one, node: nodeAt(root, one.place) }));
    for (const { node, edits } of placed.sort((one, other) => one.node.offset - other.node.offset)) {
        const end = node.offset + node.length;
        // The indentation of the line on which the definition begins goes on in what is added to it.
        const indent = form.indentAt(node.offset);
        const own = edits.reduce(
            (before, edit) => editedOnce(before, edit, layout),
            indent + text.slice(node.offset, end),
        );
        pieces.push(text.slice(at, node.offset), own.slice(indent.length));
        at = end;
    }
    return [...pieces, text.slice(at)].join("");
}

function nodeAt(root: jsonc.Node | undefined, place: Path): jsonc.Node {
    const node = place.reduce<jsonc.Node | undefined>((holder, step) => holder && child(holder, step), root);
    if (node === undefined) {
        throw new RangeError("there is no task definition at this place of the text");
    }
    return node;
}

/** @param text that of the task definition alone */
function editedOnce(text: string, edit: Edit, layout: JsonLayout): string {
    return change(text, nodeAt(treeOf(text), []), edit.path, edit, Spelling.camelCase, layout);
}

function change(text: string, node: jsonc.Node, path: Path, edit: Edit, around: Spelling, layout: JsonLayout): string {
    const [step, ...rest] = path;
    const form = new JsonForm(text, layout);
    if (step === undefined) {
        const value = around.spelled(edit.value);
        return edit.append === true ? form.added(node, value) : form.replaced(node, value);
    }
    if (node.type === "string") {
        const inner = node.value as string;
        return form.replaced(node, editedOnce(inner, { ...edit, path }, layoutOf(inner)));
    }
    const keys = Object.fromEntries((node.children ?? []).map(({ children }) => [String(children?.[0]?.value), true]));
    const spelling = node.type === "object" ? Spelling.of(keys, around) : around;
    const key = typeof step === "string" ? spelling.keyIn(keys, step) : step;
    const next = child(node, key);
    if (rest.length === 0 && edit.remove === true) {
        const removed = next?.parent?.type === "property" ? next.parent : next;
        return removed === undefined ? text : form.removed(node, removed);
    }
    if (next !== undefined && next.type !== "null") {
        return change(text, next, rest, edit, spelling, layout);
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
function child(node: jsonc.Node, step: string | number): jsonc.Node | undefined {
    if (typeof step === "number") {
        return node.type === "array" ? node.children?.[step] : undefined;
    }
    const property =
        node.type === "object"
            ? node.children?.filter(({ children }) => children?.[0]?.value === step).at(-1)
            : undefined;
    return property?.children?.[1];
}
