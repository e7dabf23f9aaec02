import { readFileSync } from "node:fs";
import { Unreadable, type Document, type Parsed } from "./document";
import { standardInput } from "./files";
import { formatNames, recognise } from "./formats";
import { parseJson } from "./parse-json";
import { parseYaml } from "./parse-yaml";
import { noReadOptions, type ReadOptions } from "./read-options";

/** A file as data and as resources; the document is undefined for data of no known format. */
export interface ReadFile {
    readonly text: string;
    readonly isJson: boolean;
    readonly parsed: Parsed;
    readonly document: Document | undefined;
}

/** Reads a file, or standard input. @throws Unreadable */
export function readFile(path: string, options: ReadOptions = noReadOptions): ReadFile {
    const text = content(path);
    const isJson = looksLikeJson(path, text);
    const parsed = isJson ? parseJson(text) : parseYaml(text);
    return { text, isJson, parsed, document: recognise(parsed.data, options) };
}

/** Why a file of no known format cannot be checked. */
export const unknownFormat = `it is none of what can be checked: ${formatNames}`;

function content(path: string): string {
    try {
        return readFileSync(path === standardInput ? 0 : path, "utf8");
    } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        throw new Unreadable(
            code === "ENOENT" ? "there is no such file" : `it cannot be read (${code ?? "unknown error"})`,
        );
    }
}

/** JSON is YAML too, but its own parser is faster and stricter. */
function looksLikeJson(path: string, text: string): boolean {
    return !/\.ya?ml$/i.test(path) && (/\.json$/i.test(path) || /^\uFEFF?\s*[[{]/.test(text));
}
