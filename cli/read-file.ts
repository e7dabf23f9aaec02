import { readFileSync } from "node:fs";
import { Unreadable, type Document, type Parsed } from "./document";
import { standardInput } from "./files";
import { formatNames, recognise } from "./formats";
import { parseJson } from "./parse-json";
import { parseYaml } from "./parse-yaml";

/** A file as data and as resources; the document is undefined for data of no known format. */
export interface ReadFile {
    readonly parsed: Parsed;
    readonly document: Document | undefined;
}

/** Reads a file, or standard input. @throws Unreadable */
export function readFile(path: string): ReadFile {
    const parsed = parse(path, content(path));
    return { parsed, document: recognise(parsed.data) };
}

/** Why a file of no known format cannot be checked. */
export const unknownFormat = `it is none of what can be checked: ${formatNames}`;

function content(path: string): string {
    try {
        return readFileSync(path === standardInput ? 0 : path, "utf8");
    } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        throw new Unreadable(code === "ENOENT" ? "there is no such file" : `it cannot be read (${code ?? "unknown error"})`);
    }
}

/** JSON is YAML too, but its own parser is faster and stricter. */
function parse(path: string, text: string): Parsed {
    const looksLikeJson = /^\uFEFF?\s*[[{]/.test(text);
    return /\.ya?ml$/i.test(path) || (!looksLikeJson && !/\.json$/i.test(path)) ? parseYaml(text) : parseJson(text);
}
