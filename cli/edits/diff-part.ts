import type { Colours } from "../reports/colours";

/** A part of a difference: lines with their marks, from a line of the old text and of the new one on. */
export interface DiffPart {
    readonly oldStart: number;
    readonly newStart: number;
    readonly lines: string[];
}

/** How many lines around a change are shown. */
export const maxContext = 3;

/** The lines next to a change that may be shown, from the nearest on. */
export function nearest(from: number, step: number, isThere: (line: number) => boolean): number[] {
    const lines: number[] = [];
    for (let line = from; lines.length < maxContext && isThere(line); line += step) {
        lines.push(line);
    }
    return lines;
}

/** A part with less context below than above is for `patch` one that stands at the end of the text. */
export function withEvenContext(part: DiffPart, count: number): DiffPart {
    const { oldStart, newStart, lines } = part;
    const isContext = (line: string) => line.startsWith(" ");
    const above = lines.findIndex((line) => !isContext(line));
    const below = [...lines].reverse().findIndex((line) => !isContext(line));
    const extra = oldStart + countOld(part) > count ? 0 : Math.max(0, above - below);
    return { oldStart: oldStart + extra, newStart: newStart + extra, lines: lines.slice(extra) };
}

export function countOld({ lines }: DiffPart): number {
    return lines.filter((line) => line.startsWith(" ") || line.startsWith("-")).length;
}

export function countNew({ lines }: DiffPart): number {
    return lines.filter((line) => line.startsWith(" ") || line.startsWith("+")).length;
}

/** A range without lines is behind the line that it names. */
export function range(line: number, lines: number): string {
    return `${lines === 0 ? line - 1 : line},${lines}`;
}

export function coloured(line: string, colours: Colours): string {
    return line.startsWith("+") ? colours.green(line) : line.startsWith("-") ? colours.red(line) : line;
}
