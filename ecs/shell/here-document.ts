import { placeOf } from "./place-of";

/** A text that stands in a script after the line of the command that reads it. */
export interface HereDocument {
    /** The line that ends it, as written, perhaps with quotes. */
    readonly end: string;
    /** Whether the lines may be indented with tabs. */
    readonly stripsTabs: boolean;
}

/** The place after the documents that begin at a line; past the end of the script where one of them does not end. */
export function readHereDocuments(script: string, start: number, documents: readonly HereDocument[]): number {
    let at = start;
    for (const { end, stripsTabs } of documents) {
        const last = end.replace(/["'\\]/g, "");
        let isOver: boolean;
        let lineEnd: number;
        do {
            lineEnd = placeOf("\n", script, at);
            // A line that is much longer cannot be the last one, and is not looked at.
            const line = lineEnd - at > last.length + 80 ? undefined : script.slice(at, lineEnd).replace(/\r$/, "");
            isOver = (stripsTabs ? line?.replace(/^\t+/, "") : line) === last;
            at = lineEnd + 1;
        } while (!isOver && lineEnd < script.length);
    }
    return at;
}
