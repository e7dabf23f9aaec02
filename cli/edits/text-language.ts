import { Spelling, type Edit, type Path } from "../../checks";

/** The edits of one task definition in a text. */
export interface DefinitionEdits {
    /** Where it stands: the keys and indexes from the top, as the text spells them. */
    readonly place: Path;
    readonly edits: readonly Edit[];
}

/**
 * How texts of one language are read and changed. What changes a text leaves every byte outside the change as it was.
 */
export interface TextLanguage<Node> {
    /** @param text that of one value */
    read(text: string): Node | undefined;
    /** The whole value in a text that holds it: from its first character up to the one after its last. */
    range(node: Node, text: string): readonly [start: number, end: number];
    /** What stands before the value in a text of its own, so that its lines stand below each other. */
    indent(node: Node, text: string): string;
    /** Undefined for what is no object. */
    keys(node: Node): readonly string[] | undefined;
    child(node: Node, step: string | number): Node | undefined;
    /** Whether there is nothing in a value, so that its form says nothing of what will be. */
    isEmpty(node: Node, text: string): boolean;
    /** A text that stands in the value, such as one of JSON; undefined for what is no text. */
    textIn(node: Node): string | undefined;
    replaced(text: string, node: Node, value: unknown): string;
    /** Gives a key whose value is empty another one. */
    filled(text: string, holder: Node, key: string | number, value: unknown): string;
    /** Adds an item to the end of a list, or a property, if it has a key, to the end of an object. */
    added(text: string, holder: Node, value: unknown, key?: string): string;
    /** Takes out an item of a list, or a property of an object, which is there. */
    removed(text: string, holder: Node, step: string | number): string;
}

/**
 * A text with edits of the task definitions that stand in it. The text is read once; each edit goes through its own
 * task definition only.
 *
 * @param root what is read of the whole text
 * @param inner the language of texts in values
 * @throws RangeError when there is nothing at a place
 */
export function withEdits<Node, Inner>(
    text: string,
    root: Node | undefined,
    definitions: readonly DefinitionEdits[],
    language: TextLanguage<Node>,
    inner: (text: string) => TextLanguage<Inner>,
): string {
    const editor = new Editor(language, inner);
    const pieces: string[] = [];
    let at = 0;
    const placed = definitions
        .filter(({ edits }) => edits.length > 0)
        .map(({ place, edits }) => {
            const node = nodeAt(language, root, place);
            const [start, end] = language.range(node, text);
            return { indent: language.indent(node, text), start, end, edits };
        });
    for (const { indent, start, end, edits } of placed.sort((one, other) => one.start - other.start)) {
        const own = edits.reduce((before, edit) => editor.edited(before, edit), indent + text.slice(start, end));
        pieces.push(text.slice(at, start), own.slice(indent.length));
        at = end;
    }
    return [...pieces, text.slice(at)].join("");
}

function nodeAt<Node>(language: TextLanguage<Node>, root: Node | undefined, place: Path): Node {
    const node = place.reduce<Node | undefined>((holder, step) => holder && language.child(holder, step), root);
    if (node === undefined) {
        throw new RangeError("there is no task definition at this place of the text");
    }
    return node;
}

class Editor<Node, Inner> {
    constructor(
        private readonly language: TextLanguage<Node>,
        private readonly inner: (text: string) => TextLanguage<Inner>,
    ) {}

    /** @param text that of the task definition alone */
    edited(text: string, edit: Edit): string {
        const root = nodeAt(this.language, this.language.read(text), []);
        return this.change(text, root, edit.path, edit, Spelling.camelCase);
    }

    private change(text: string, node: Node, path: Path, edit: Edit, outer: Spelling): string {
        const [step, ...rest] = path;
        const { language } = this;
        if (step === undefined) {
            const value = outer.spelled(edit.value);
            return edit.append === true ? language.added(text, node, value) : language.replaced(text, node, value);
        }
        const inText = language.textIn(node);
        if (inText !== undefined) {
            const inner = new Editor(this.inner(inText), this.inner);
            return language.replaced(text, node, inner.edited(inText, { ...edit, path }));
        }
        const own = language.keys(node);
        const keys = Object.fromEntries((own ?? []).map((key) => [key, true]));
        const spelling = own === undefined ? outer : Spelling.of(keys, outer);
        const key = typeof step === "string" ? spelling.keyIn(keys, step) : step;
        const next = language.child(node, key);
        if (rest.length === 0 && edit.remove === true) {
            return next === undefined ? text : language.removed(text, node, key);
        }
        if (next !== undefined && !language.isEmpty(next, text)) {
            return this.change(text, next, rest, edit, spelling);
        }
        const value = newValue(rest, edit, spelling);
        return next === undefined
            ? language.added(text, node, value, String(key))
            : language.filled(text, node, key, value);
    }
}

/** What stands where nothing stood before: the value, in the objects and lists that lead to it. */
function newValue(path: Path, { value, append }: Edit, spelling: Spelling): unknown {
    const inmost = append === true ? [spelling.spelled(value)] : spelling.spelled(value);
    return path.reduceRight<unknown>(
        (inner, step) => (typeof step === "string" ? spelling.spelled({ [step]: inner }) : [inner]),
        inmost,
    );
}
