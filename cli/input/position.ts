import type { Scalar } from "./scalar";

/** A range of a text, each end from line 1 and column 1 on; the end is the position after the last character. */
export interface Position {
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
}

/** Finds lines, columns, keys and values of a text; they are looked for once. */
export class Lines {
    private readonly starts: readonly number[];
    private found: readonly Scalar[] | undefined;

    /** @param scalars the keys and values of the text, in their order; they are asked for only where lines are shown */
    constructor(
        private readonly text: string,
        private readonly scalars: () => readonly Scalar[] = () => [],
    ) {
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

    /** The offset at which a line begins. @param line from 1 */
    startOf(line: number): number {
        return this.starts[line - 1] ?? this.text.length;
    }

    /** The keys and values of which a part stands on a line. */
    scalarsOn(line: number): readonly Scalar[] {
        const all = (this.found ??= this.scalars());
        const [start, end] = [this.startOf(line), this.startOf(line) + this.line(line).length];
        const first = lowest(all.length, (index) => (all[index]?.end ?? 0) > start);
        const after = lowest(all.length, (index) => (all[index]?.start ?? 0) >= end);
        return all.slice(first, after);
    }

    private at(offset: number): readonly [line: number, column: number] {
        const after = lowest(this.starts.length, (index) => (this.starts[index] ?? Infinity) > offset);
        return [after, offset - (this.starts[after - 1] ?? 0) + 1];
    }
}

/** The lowest of some ascending indexes from which on something holds; their number, where it never does. */
function lowest(count: number, holds: (index: number) => boolean): number {
    let [low, high] = [0, count];
    while (low < high) {
        const middle = (low + high) >> 1;
        if (holds(middle)) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}
