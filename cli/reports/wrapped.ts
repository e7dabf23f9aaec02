import { columnsOf } from "./columns";

/**
 * A text on lines of a width, broken at blanks; a word that is longer stands on a line of its own.
 *
 * @param indent what stands before each line but the first
 * @param used how many columns of the first line are taken
 */
export function wrapped(text: string, width: number, indent: string, used: number): string {
    const lines: string[] = [];
    let line = "";
    let taken = used;
    for (const word of text.split(" ")) {
        const needed = columnsOf(word);
        if (line === "") {
            line = word;
            taken += needed;
        } else if (taken + 1 + needed > width) {
            lines.push(line);
            line = word;
            taken = indent.length + needed;
        } else {
            line += ` ${word}`;
            taken += 1 + needed;
        }
    }
    return [...lines, line].join(`\n${indent}`);
}
