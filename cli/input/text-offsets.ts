/** Where the characters of a text stand in what writes it, from its beginning on. */
export type Offsets = (offset: number) => number;

/** @param source a string of JSON or YAML, quotes and all. Undefined where it writes the text in yet another way. */
export function offsetsOf(text: string, source: string): Offsets | undefined {
    const isInQuotes = source.startsWith('"');
    const start = isInQuotes ? -1 : source.indexOf(text);
    if (start !== -1) {
        return (offset) => start + offset;
    }
    const starts = isInQuotes ? startsInQuotes(source) : startsInBlock(text, source);
    return starts?.length === text.length + 1 ? (offset) => starts[offset] ?? source.length : undefined;
}

/** Where each character of a text in quotes begins, and the quote after the last. */
function startsInQuotes(source: string): readonly number[] {
    const characters = source.slice(1).matchAll(/\\u[\dA-Fa-f]{4}|\\?[^]/g);
    return Array.from(characters, ({ index }) => index + 1);
}

/** Where each character of a literal block of YAML begins: in the lines after the first, behind their indentation. */
function startsInBlock(text: string, source: string): readonly number[] | undefined {
    const [header = "", ...lines] = source.split("\n");
    const starts: number[] = [];
    let at = header.length + 1;
    for (const [index, own] of text.split("\n").entries()) {
        const line = lines[index] ?? "";
        const indent = line.replace(/\r$/, "").length - own.length;
        if (!line.startsWith(own, indent)) {
            return undefined;
        }
        starts.push(...Array.from({ length: own.length + 1 }, (_, offset) => at + indent + offset));
        at += line.length + 1;
    }
    return starts;
}
