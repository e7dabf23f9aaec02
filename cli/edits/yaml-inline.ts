/** A list or map of YAML in brackets or braces, in a text: from one offset up to another. */
export interface Brackets {
    readonly start: number;
    readonly end: number;
    /** Its last item or property; undefined where there is none. */
    readonly last: { readonly start: number; readonly end: number } | undefined;
    /** What stands inside them where all is on one line. */
    readonly pad: string;
}

/** The text with an item or property added to the end of a list or map in brackets or braces. */
export function addedInBrackets(text: string, brackets: Brackets, content: string, lineEnd: string): string {
    const { start, end, last, pad } = brackets;
    if (last === undefined) {
        const isBlank = text.slice(start + 1, end - 1).trim() === "";
        return text.slice(0, start + 1) + pad + content + pad + text.slice(isBlank ? end - 1 : start + 1);
    }
    const comma = /^(?:\s|#[^\n]*\n)*,/.exec(text.slice(last.end, end - 1))?.[0];
    const behind = last.end + (comma?.length ?? 0);
    const indent = text.slice(text.lastIndexOf("\n", last.start) + 1, last.start);
    if (indent.trim() !== "") {
        const added = comma === undefined ? `, ${content}` : ` ${content},`;
        return text.slice(0, behind) + added + text.slice(behind);
    }
    // A comment behind the last one stays there.
    const rest = /^[ \t]*(?:#[^\n]*|\r)?\n/.exec(text.slice(behind, end - 1))?.[0];
    const below = behind + (rest?.length ?? 0);
    const added = `${indent}${content}${comma === undefined ? "" : ","}`;
    return [
        text.slice(0, behind),
        comma === undefined ? "," : "",
        text.slice(behind, below),
        rest === undefined ? lineEnd + added : added + lineEnd,
        text.slice(below),
    ].join("");
}
