/** The shell scripts in decoded user data: a script, a cloud-config, or a MIME document of several parts. */
export function shellScripts(userData: string): readonly string[] {
    const isDocument = /^\s{0,80}(?:MIME-Version|Content-Type):/i.test(userData);
    // The headers of a part end with an empty line.
    const parts = isDocument ? userData.split(/^--/m).map((part) => /\n\r?\n([^]*)/.exec(part)?.[1] ?? "") : [userData];
    return parts.flatMap((text) => {
        const [first = "", second = ""] = text.trimStart().split("\n", 2);
        if (/^#cloud-config\b/.test(first.startsWith("## template:") ? second : first)) {
            return cloudConfigScript(text);
        }
        const isOther = /^(?:#!(?!.*\b(?:ba|da|a|z|k)?sh\b)|<powershell>|#include)/.test(first);
        return isOther ? [] : text;
    });
}

/** The files that a cloud-config writes, and the commands that it runs, as a script; lists in brackets are left out. */
function cloudConfigScript(config: string): string {
    const files = items(config, "write_files").map((item) => {
        const operator = /^true$/i.test(property(item, "append")) ? ">>" : ">";
        return `${operator} '${property(item, "path")}'`;
    });
    const commands = [...items(config, "bootcmd"), ...items(config, "runcmd")].map(commandOf);
    return [...files, ...commands].join("\n");
}

/** The items of a list, without their dash and its indentation. */
function items(config: string, key: string): readonly string[] {
    const lists = config.split(/^(?=[a-z_]{1,40}:)/m).filter((section) => section.startsWith(`${key}:`));
    return lists.flatMap((list) => {
        const [dash = "- "] = /^ *- /m.exec(list) ?? [];
        const [, ...found] = list.split(new RegExp(`^${dash}`, "m"));
        return found.map((item) => item.replace(new RegExp(`^ {0,${dash.length}}`, "gm"), "").trimEnd());
    });
}

function property(item: string, key: string): string {
    return scalar(new RegExp(`^${key}:(.*)`, "m").exec(item)?.[1] ?? "");
}

/** A command is a text, or a block of lines. */
function commandOf(item: string): string {
    const [, block] = /^[|>][-+]? *\n(.*)$/s.exec(item) ?? [];
    return block ?? (/^\s*[[{&*!-]/.test(item) ? "" : scalar(item.replace(/\s*\n\s*/g, " ")));
}

function scalar(text: string): string {
    const [, double, single = double] = /^\s*(?:"([^"]*)|'([^']*))/.exec(text) ?? [];
    return single ?? text.split(" #", 1)[0]?.trim() ?? "";
}
