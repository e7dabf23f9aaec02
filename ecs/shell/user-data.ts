/** What cloud-init does with user data, as far as that is written line by line. */
export interface UserData {
    readonly scripts: readonly string[];
    readonly files: readonly { readonly path: string; readonly append: boolean }[];
}

/** Reads decoded user data: a script, a cloud-config, or a MIME document of several; other kinds are left out. */
export function readUserData(userData: string): UserData {
    const isDocument = /^\s{0,80}(?:MIME-Version|Content-Type):/i.test(userData);
    // The headers of a part end with an empty line.
    const parts = isDocument ? userData.split(/^--/m).map((part) => /\n\r?\n([^]*)/.exec(part)?.[1] ?? "") : [userData];
    const read = parts.map((text): UserData => {
        const [first = "", second = ""] = text.trimStart().split("\n", 2);
        if (/^#cloud-config\b/.test(first.startsWith("## template:") ? second : first)) {
            return cloudConfig(text);
        }
        const isOther = /^(?:#!(?!.*\b(?:ba|da|a|z|k)?sh\b)|<powershell>|#include)/.test(first);
        return { scripts: isOther ? [] : [text], files: [] };
    });
    return { scripts: read.flatMap(({ scripts }) => scripts), files: read.flatMap(({ files }) => files) };
}

/** What a cloud-config lists under `write_files`, `bootcmd` and `runcmd`; items in brackets are left out. */
function cloudConfig(text: string): UserData {
    /** Items, each as its lines without the indentation of the first one. */
    const [files, commands]: [string[][], string[][]] = [[], []];
    const lists = new Map(Object.entries({ write_files: files, bootcmd: commands, runcmd: commands }));
    let items: string[][] | undefined;
    let indent = Infinity;
    for (const line of text.split("\n")) {
        const key = /^([a-z_]{1,40}):/.exec(line)?.[1];
        const dash = /^ *- /.exec(line)?.[0].length;
        if (key !== undefined) {
            items = lists.get(key);
            indent = Infinity;
        } else if (dash !== undefined && dash <= indent) {
            items?.push([line.slice(dash)]);
            indent = dash;
        } else if (indent !== Infinity && line.trim() !== "") {
            items?.at(-1)?.push(line.replace(new RegExp(`^ {0,${indent}}`), ""));
        }
    }
    return {
        scripts: [commands.map(commandOf).join("\n")],
        files: files.map((lines) => ({
            path: property(lines, "path"),
            append: /^true$/i.test(property(lines, "append")),
        })),
    };
}

function property(lines: readonly string[], key: string): string {
    return scalar(lines.find((line) => line.startsWith(`${key}:`))?.slice(key.length + 1) ?? "");
}

/** A command is a text, or a block of lines. */
function commandOf([first = "", ...others]: readonly string[]): string {
    if (/^[|>][-+]?$/.test(first.trim())) {
        return others.join("\n");
    }
    return /^\s*[[{&*!-]/.test(first) ? "" : scalar([first, ...others].map((line) => line.trim()).join(" "));
}

function scalar(text: string): string {
    const [, double, single = double] = /^\s*(?:"([^"]*)|'([^']*))/.exec(text) ?? [];
    return single ?? text.split(" #", 1)[0]?.trim() ?? "";
}
