import type { Lines } from "../position";

const header = /(?:^|\s)[|>][+\-\d]*\s*(?:#.*)?$/;

/**
 * Whether a line is, or could be, one of a YAML text that begins further above with `|` or `>`: a script, in which
 * words before a colon are no keys.
 *
 * @param line from 1
 */
export function isInBlockScalar(lines: Lines, line: number): boolean {
    // A JSON text has none, and may be long.
    if (/^\uFEFF?[[{]/.test(lines.line(1))) {
        return false;
    }
    let least = indentOf(lines.line(line));
    for (let above = line - 1; above > 0 && least > 0; above--) {
        const text = lines.line(above);
        const indent = indentOf(text);
        if (text.trim() !== "" && indent < least) {
            if (header.test(text)) {
                return true;
            }
            least = indent;
        }
    }
    return false;
}

function indentOf(text: string): number {
    return text.length - text.trimStart().length;
}
