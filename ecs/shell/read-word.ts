import { placeOf } from "./place-of";
import type { Expansion, Part, Text, Word } from "./word";

const wordEnd = new Set(Array.from(" \t\r\n;&|()<>"));
const doubleQuoteEscapes: ReadonlySet<string | undefined> = new Set(Array.from('$`"\\\n'));
const quotes: ReadonlySet<string | undefined> = new Set(['"', "'"]);
const notKnown = { variable: undefined } as const;

/** Values in values in values: nobody writes more, and each costs a call. */
const mostDepth = 4;

interface Read<T> {
    readonly value: T;
    /** Where the text goes on. */
    readonly end: number;
}

/** Reads the word that begins at a place, up to a blank, an operator, or the end of what it stands in. */
export function readWord(text: string, start: number): Read<Word> {
    return readParts(text, start, (character) => wordEnd.has(character), 0);
}

function readParts(text: string, start: number, ends: (character: string) => boolean, depth: number): Read<Word> {
    const first = { text: "" };
    const parts: [Text, ...Part[]] = [first];
    let plain = first;
    let at = start;
    const add = ({ value, end }: Read<Expansion>) => {
        plain = { text: "" };
        parts.push(value, plain);
        at = end;
    };
    let isQuoted = false;
    for (let character = text[at]; character !== undefined; character = text[at]) {
        if (!isQuoted && ends(character)) {
            break;
        }
        if (character === '"') {
            isQuoted = !isQuoted;
            at++;
        } else if (character === "'" && !isQuoted) {
            const end = placeOf("'", text, at + 1);
            plain.text += text.slice(at + 1, end);
            at = end + 1;
        } else if (character === "\\" && (!isQuoted || doubleQuoteEscapes.has(text[at + 1]))) {
            plain.text += text[at + 1] === "\n" ? "" : (text[at + 1] ?? "");
            at += 2;
        } else if (character === "`") {
            add({ value: { ...notKnown, isQuoted }, end: backtickEnd(text, at + 1) });
        } else if (character === "$" && !isQuoted && quotes.has(text[at + 1])) {
            at++;
        } else if (character === "$") {
            const expansion = readExpansion(text, at, isQuoted, depth);
            if (expansion === undefined) {
                plain.text += character;
                at++;
            } else {
                add(expansion);
            }
        } else {
            plain.text += character;
            at++;
        }
    }
    return { value: parts, end: Math.min(at, text.length) };
}

/** What `$` begins; undefined where it stands for itself. */
function readExpansion(text: string, at: number, isQuoted: boolean, depth: number): Read<Expansion> | undefined {
    const next = text[at + 1];
    if (next === "(") {
        return { value: { ...notKnown, isQuoted }, end: closing(text, at + 2, "(", ")") };
    }
    if (next === "{") {
        return readBraced(text, at + 2, isQuoted, depth);
    }
    // Without braces, the number of a parameter has one digit.
    const name = nameAt(text, at + 1)?.replace(/^(\d)\d+/, "$1");
    return name === undefined ? undefined : { value: { variable: name, isQuoted }, end: at + 1 + name.length };
}

/** `${NAME}`, or `${NAME:-otherwise}`. Other forms take running the shell. */
function readBraced(text: string, start: number, isQuoted: boolean, depth: number): Read<Expansion> {
    const name = nameAt(text, start);
    const after = start + (name?.length ?? 0);
    if (text[after] === "}") {
        return { value: { variable: name, isQuoted }, end: after + 1 };
    }
    const [operator] = /^:?[-=]/.exec(text.slice(after, after + 2)) ?? [];
    if (operator === undefined || depth === mostDepth) {
        return { value: { ...notKnown, isQuoted }, end: closing(text, after, "{", "}") };
    }
    const { value, end } = readParts(text, after + operator.length, (character) => character === "}", depth + 1);
    return { value: { variable: name, isQuoted, otherwise: value, assigns: operator.endsWith("=") }, end: end + 1 };
}

/** The name of a variable or of a parameter. */
function nameAt(text: string, at: number): string | undefined {
    const name = /[a-z_]\w*|[@*#?!$-]|\d+/iy;
    name.lastIndex = at;
    return name.exec(text)?.[0];
}

/** The place after the bracket that closes one; quotes and further brackets on the way are passed over. */
function closing(text: string, start: number, open: string, close: string): number {
    let depth = 1;
    let isQuoted = false;
    let at = start;
    for (let character = text[at]; character !== undefined; character = text[++at]) {
        if (character === "\\") {
            at++;
        } else if (character === '"') {
            isQuoted = !isQuoted;
        } else if (character === "'" && !isQuoted) {
            at = placeOf("'", text, at + 1);
        } else if (character === open && !isQuoted) {
            depth++;
        } else if (character === close && !isQuoted && --depth === 0) {
            return at + 1;
        }
    }
    return text.length;
}

function backtickEnd(text: string, start: number): number {
    let at = start;
    for (let character = text[at]; character !== undefined && character !== "`"; character = text[at]) {
        at += character === "\\" ? 2 : 1;
    }
    return at + 1;
}
