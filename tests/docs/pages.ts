import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/documents";

/** A fenced block of a page. */
export interface Block {
    /** Its page, and its line there: `README.md:12`. */
    readonly at: string;
    readonly page: string;
    readonly language: string;
    readonly text: string;
}

function pagesIn(folder: string): string[] {
    return readdirSync(join(root, folder), { withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
        .map(({ name }) => join(folder, name));
}

/** The pages for people, by their paths from the project's root; those that are generated whole have own tests. */
export const pages: readonly string[] = [
    ...pagesIn("."),
    ...pagesIn("docs"),
    ...pagesIn("docs/guides"),
    ...pagesIn("cli"),
    ...pagesIn("emulation"),
    ...pagesIn("examples"),
    ...readdirSync(join(root, "examples"), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .flatMap(({ name }) => pagesIn(join("examples", name))),
];

export function textOf(page: string): string {
    return readFileSync(join(root, page), "utf8");
}

/** The blocks of a page that have one of these languages, whatever they stand in. */
export function blocksOf(page: string, ...languages: readonly string[]): Block[] {
    const text = textOf(page);
    return Array.from(text.matchAll(/^( *)```(\w+)[^\n]*\n(.*?)^\1```$/gms), (match) => {
        const [, indent = "", language = "", content = ""] = match;
        const line = text.slice(0, match.index).split("\n").length;
        const dedented = content.replaceAll(new RegExp(`^${indent}`, "gm"), "");
        return { at: `${page}:${line}`, page, language, text: dedented };
    }).filter(({ language }) => languages.includes(language));
}
