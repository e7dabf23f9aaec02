import { readFileSync } from "node:fs";
import { decode, type Decoded, type Encoding } from "./decode";
import { UnreadableFile, type Document, type Parsed } from "./document";
import { standardInput, terraformHint } from "./files";
import { formatNames, hasSignOfFormat, recognise } from "./formats";
import { parseJson } from "./parse-json";
import { parseYaml } from "./parse-yaml";
import { noReadOptions, type ReadOptions } from "./read-options";
import { readAll } from "../standard-streams";

/** A document of a file: a file of YAML can have several. */
export interface FilePart {
    readonly parsed: Parsed;
    /** The stacks that it can become, one for each way in which its conditions can be; none for an unknown format. */
    readonly variants: readonly Document[];
}

/** A file as data and as resources. */
export interface ReadFile {
    readonly text: string;
    readonly encoding: Encoding;
    readonly isJson: boolean;
    readonly parts: readonly FilePart[];
}

/** Reads a file, or standard input. @throws Unreadable */
export function readFile(path: string, options: ReadOptions = noReadOptions): ReadFile {
    const { text, encoding } = content(path);
    if (/\.tf(?:\.json)?$/i.test(path)) {
        throw new UnreadableFile(`it is Terraform's own language; ${terraformHint}`, undefined, true);
    }
    const isJson = looksLikeJson(path, text);
    const parts = parse(text, isJson).map((parsed) => ({ parsed, variants: recognise(parsed.data, options) }));
    return { text, encoding, isJson, parts };
}

/** Reads a file that holds one value; nothing of one without a sign of what is looked for. @throws Unreadable */
export function readData(path: string, sign = /^/): unknown {
    const { text } = content(path);
    return !sign.test(text) ? undefined : parse(text, looksLikeJson(path, text))[0]?.data;
}

/** Why a file of no known format cannot be checked. */
export const unknownFormat = `it is none of what can be checked: ${formatNames}`;

function parse(text: string, isJson: boolean): readonly Parsed[] {
    try {
        return isJson ? [parseJson(text)] : parseYaml(text);
    } catch (error) {
        if (error instanceof UnreadableFile) {
            throw new UnreadableFile(error.reason, error.line, !hasSignOfFormat(text));
        }
        throw error;
    }
}

function content(path: string): Decoded {
    try {
        return decode(path === standardInput ? readAll(0) : readFileSync(path));
    } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        throw new UnreadableFile(
            code === "ENOENT" ? "there is no such file" : `it cannot be read (${code ?? "unknown error"})`,
        );
    }
}

/** JSON is YAML too, but its own parser is faster and stricter. */
function looksLikeJson(path: string, text: string): boolean {
    return !/\.ya?ml$/i.test(path) && (/\.json$/i.test(path) || /^\uFEFF?\s*[[{]/.test(text));
}
