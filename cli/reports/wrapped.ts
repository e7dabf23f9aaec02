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
    let room = width - used;
    for (const word of text.split(" ")) {
        if (line !== "" && columnsOf(line) + 1 + columnsOf(word) > room) {
            lines.push(line);
            line = word;
            room = width - indent.length;
        } else {
            line = line === "" ? word : `${line} ${word}`;
        }
    }
    return [...lines, line].join(`\n${indent}`);
}
