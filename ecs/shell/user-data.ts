import { memoOfLast } from "../memo";
import { commandsOf, type Commands } from "./commands";
import { requireReadable } from "./words";

/** A part of user data, and the commands that it runs. */
export interface UserDataPart extends Commands {
    readonly text: string;
}

/** The parts of decoded user data: a script, a cloud-config, or those of a MIME document. */
export const userDataParts = memoOfLast((userData: string): readonly UserDataPart[] => {
    const isDocument = /^\s{0,80}(?:MIME-Version|Content-Type):/i.test(userData);
    const [, boundary = ""] = /\bboundary="?([^"\s;]{1,99})/.exec(userData) ?? [];
    const line = new RegExp(`^--${boundary.replace(/\W/g, String.raw`\$&`)}`, "m");
    // The headers of a part end with an empty line.
    const parts = isDocument ? userData.split(line).map((part) => /\n\r?\n([^]*)/.exec(part)?.[1] ?? "") : [userData];
    // What is for Windows, on other hosts, or for an older init system.
    const others = /^\s*(?:<powershell>|#include|#upstart-job)/;
    return parts
        .filter((text) => !others.test(text))
        .map((text) => ({ text, ...commandsOf(() => ["sh", "-c", shellScript(text)]) }));
});

/** What runs of a part of user data, as a script of the shell. @throws Unreadable */
function shellScript(text: string): string {
    const isOther = /^\s*#(?:!(?!.*\b(?:ba|da|a|z|k)?sh\b)|cloud-config-archive|part-handler)/.test(text);
    requireReadable(!isOther, "a script of another language");
    if (!/^\s*(?:## template:.*\n)?#cloud-config\b/.test(text)) {
        return text;
    }
    const files = items(text, "write_files").map((item) => {
        const operator = /^true$/i.test(property(item, "append")) ? ">>" : ">";
        return `${operator} ${inQuotes(property(item, "path"))}`;
    });
    return [...files, ...[...items(text, "bootcmd"), ...items(text, "runcmd")].map(commandOf)].join("\n");
}

/** The items of a list in a cloud-config, without their dash and its indentation. */
function items(config: string, key: string): readonly string[] {
    const lists = config.split(/^(?=[a-z_]{1,40}:)/m).filter((section) => section.startsWith(`${key}:`));
    return lists.flatMap((list) => {
        requireReadable(/^[^\S\n]*(?:\n|$|#|\[\])/.test(list.slice(key.length + 1)), `${key} in brackets`);
        const dash = /^ *- /m.exec(list)?.[0] ?? "- ";
        const [, ...found] = list.split(new RegExp(`^${dash}`, "m"));
        return found.map((item) => item.replace(new RegExp(`^ {0,${dash.length}}`, "gm"), "").trimEnd());
    });
}

function property(item: string, key: string): string {
    requireReadable(!/^\s*[[{&*!]/.test(item), "an item in brackets");
    return scalar(new RegExp(`^${key}:(.*)`, "m").exec(item)?.[1] ?? "");
}

/** A command is a text, a block of lines, or a list of words in brackets. */
function commandOf(item: string): string {
    const [, block] = /^[|>][-+]? *\n(.*)$/s.exec(item) ?? [];
    const line = item.replace(/\s*\n\s*/g, " ");
    const [, words] = /^\[((?:[^[\]{}$`\\]|\\")*)\]$/.exec(line) ?? [];
    requireReadable(words !== undefined || !/^\s*[[{&*!-]/.test(item), "a command of several parts");
    // What stands in quotes is the same word for the shell.
    const list = words?.match(/"(?:[^"\\]|\\.)*"|'[^']*'|[^\s,"'][^,]*/g);
    return block ?? list?.map((word) => (/^["']/.test(word) ? word : inQuotes(word))).join(" ") ?? scalar(line);
}

function scalar(text: string): string {
    const [, double, single] = /^\s*(?:"((?:[^"\\]|\\.)*)|'([^']*))/.exec(text) ?? [];
    const plain = double?.replace(/\\(.)/g, (_, one: string) => (one === "n" ? "\n" : one)) ?? single;
    return plain ?? text.replace(/ #.*/s, "").trim();
}

function inQuotes(word: string): string {
    return `'${word.trim().replaceAll("'", String.raw`'\''`)}'`;
}
