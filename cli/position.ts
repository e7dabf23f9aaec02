/** A range of a text, each end from line 1 and column 1 on; the end is the position after the last character. */
export interface Position {
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
}

/** Finds lines and columns of a text; its lines are counted once. */
export class Lines {
    private readonly starts: readonly number[];

    constructor(private readonly text: string) {
        const starts = [0];
        for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) {
            starts.push(at + 1);
        }
        this.starts = starts;
    }

    /** The position of the characters from an offset up to another. */
    range(start: number, end: number): Position {
        const [line, column] = this.at(start);
        const [endLine, endColumn] = this.at(end);
        return { line, column, endLine, endColumn };
    }

    /** A line without its end. @param line from 1 */
    line(line: number): string {
        const start = this.starts[line - 1];
        return start === undefined ? "" : this.text.slice(start, this.starts[line]).replace(/\r?\n$/, "");
    }

    private at(offset: number): readonly [line: number, column: number] {
        let [low, high] = [0, this.starts.length];
        while (high - low > 1) {
            const middle = (low + high) >> 1;
            if ((this.starts[middle] ?? Infinity) <= offset) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return [low + 1, offset - (this.starts[low] ?? 0) + 1];
    }
}
