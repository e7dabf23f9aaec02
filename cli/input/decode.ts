/** How a text was written; only UTF-8 is what the tools of AWS read. */
export type Encoding = "UTF-8" | "UTF-16" | "Latin-1";

export interface Decoded {
    /** With the byte order mark, if it has one. */
    readonly text: string;
    readonly encoding: Encoding;
}

/**
 * Text of whatever encoding: UTF-16 is what the shell of Windows writes into files, and Latin-1 is what is left when
 * it is no UTF-8.
 */
export function decode(bytes: Uint8Array): Decoded {
    const utf16 = utf16Of(bytes);
    if (utf16 !== undefined) {
        return { text: new TextDecoder(utf16, { ignoreBOM: true }).decode(bytes), encoding: "UTF-16" };
    }
    try {
        return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes), encoding: "UTF-8" };
    } catch {
        return { text: new TextDecoder("latin1").decode(bytes), encoding: "Latin-1" };
    }
}

/** By its byte order mark; or without one, because JSON and YAML begin with a character of ASCII. */
function utf16Of([first, second]: Uint8Array): "utf-16le" | "utf-16be" | undefined {
    if (first === undefined || second === undefined) {
        return undefined;
    }
    if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) {
        return "utf-16le";
    }
    return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0) ? "utf-16be" : undefined;
}
