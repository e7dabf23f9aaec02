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

/** An item of a list: its lines, the first one without its dash. */
type Item = [Line, ...Line[]];

/** Reads the lists `write_files`, `bootcmd` and `runcmd`. What is written in braces or brackets is left out. */
export function cloudConfig(text: string): CloudConfig {
    const files: Item[] = [];
    const commands: Item[] = [];
    const lists = new Map([
        ["write_files", files],
        ["bootcmd", commands],
        ["runcmd", commands],
    ]);
    readLists(text, lists);
    return { files: files.map(fileOf), commands: commands.map(commandOf).join("\n") };
}

/** Adds the items of a text's lists to those of the same name. */
function readLists(text: string, lists: ReadonlyMap<string, Item[]>): void {
    let list: Item[] | undefined;
    let item: Item | undefined;
    for (const line of text.split("\n")) {
        const content = line.trimStart();
        const indent = line.length - content.length;
        const key = indent === 0 ? /^([a-z_]{1,40}):/.exec(content)?.[1] : undefined;
        if (key !== undefined) {
            list = lists.get(key);
            item = undefined;
        } else if (content.startsWith("- ") && (item === undefined || indent + 2 <= item[0].indent)) {
            item = [{ indent: indent + 2, text: content.slice(2) }];
            list?.push(item);
        } else if (content !== "") {
            item?.push({ indent, text: content });
        }
    }
}

function fileOf(lines: Item): WrittenFile {
    const own = lines.filter(({ indent }) => indent === lines[0].indent);
    const value = (key: string) =>
        scalar(own.find(({ text }) => text.startsWith(`${key}:`))?.text.slice(key.length + 1) ?? "");
    return { path: value("path"), append: value("append").toLowerCase() === "true" };
}

/** A command is a text, or a block of lines. */
function commandOf([first, ...others]: Item): string {
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
