/** What a cloud-config says of files and commands, as far as it is written line by line. */
export interface CloudConfig {
    readonly files: readonly WrittenFile[];
    /** The commands, as a shell script. */
    readonly commands: string;
}

interface WrittenFile {
    readonly path: string;
    readonly append: boolean;
}

interface Line {
    readonly indent: number;
    readonly text: string;
}

/** Reads the lists `write_files`, `bootcmd` and `runcmd`. What is written in braces or brackets is left out. */
export function cloudConfig(text: string): CloudConfig {
    const files: WrittenFile[] = [];
    const commands: string[] = [];
    for (const { section, lines } of itemsOf(text.split("\n"))) {
        if (section === "write_files") {
            files.push(fileOf(lines));
        } else if (section === "runcmd" || section === "bootcmd") {
            commands.push(commandOf(lines));
        }
    }
    return { files, commands: commands.join("\n") };
}

interface Item {
    readonly section: string;
    /** Its lines, the first one without its dash. */
    readonly lines: [Line, ...Line[]];
}

function itemsOf(lines: readonly string[]): readonly Item[] {
    const items: Item[] = [];
    let section = "";
    let dash = -1;
    for (const line of lines) {
        const text = line.trimStart();
        const indent = line.length - text.length;
        const key = indent === 0 ? /^([a-z_]{1,40}):/.exec(text)?.[1] : undefined;
        if (key !== undefined) {
            section = key;
            dash = -1;
        } else if (text.startsWith("- ") && (dash === -1 || indent <= dash)) {
            dash = indent;
            items.push({ section, lines: [{ indent: indent + 2, text: text.slice(2) }] });
        } else if (dash !== -1 && text !== "") {
            items.at(-1)?.lines.push({ indent, text });
        }
    }
    return items;
}

function fileOf(lines: Item["lines"]): WrittenFile {
    const own = lines.filter(({ indent }) => indent === lines[0].indent);
    const value = (key: string) =>
        scalar(own.find(({ text }) => text.startsWith(`${key}:`))?.text.slice(key.length + 1) ?? "");
    return { path: value("path"), append: value("append").toLowerCase() === "true" };
}

/** A command is a text, or a block of lines. */
function commandOf([first, ...others]: Item["lines"]): string {
    const text = first.text.trim();
    if (/^[|>][-+]?$/.test(text)) {
        return others.map((line) => line.text).join("\n");
    }
    return /^[[{&*!-]/.test(text) ? "" : scalar([text, ...others.map((line) => line.text.trim())].join(" "));
}

function scalar(text: string): string {
    const value = text.trim();
    const quote = value[0];
    if (quote === "'" || quote === '"') {
        const end = value.indexOf(quote, 1);
        return value.slice(1, end === -1 ? undefined : end);
    }
    const comment = value.indexOf(" #");
    return comment === -1 ? value : value.slice(0, comment).trimEnd();
}
