/** What takes two columns of a terminal. Source: Unicode Standard Annex 11, East Asian Width. */
const wide =
    /^(?![\uff61-\uffdc])[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;
/** What stands above or below the character before it. */
const combining = /^[\p{Mn}\p{Me}]/u;
const narrowOnly = /^[ -~\u2026]*$/;

/** How many columns of a terminal a text takes. */
export function columnsOf(text: string): number {
    return narrowOnly.test(text) ? text.length : cellsOf(text).length;
}

/** What stands in each column of a text; nothing in the second one of a wide character. */
export function cellsOf(text: string): string[] {
    const cells: string[] = [];
    for (const character of text) {
        if (combining.test(character) && cells.length > 0) {
            const base = cells.length - (cells.at(-1) === "" ? 2 : 1);
            cells[base] = `${cells[base] ?? ""}${character}`;
        } else {
            cells.push(character, ...(wide.test(character) ? [""] : []));
        }
    }
    return cells;
}

/** The text of some columns. Half of a wide character is a blank. */
export function textOf(cells: readonly string[]): string {
    return cells
        .map((cell, index) => {
            const isHalf =
                cell === "" ? !wide.test(cells[index - 1] ?? "") : wide.test(cell) && cells[index + 1] !== "";
            return isHalf ? " " : cell;
        })
        .join("");
}
