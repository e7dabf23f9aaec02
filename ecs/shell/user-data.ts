import { memoOfLast } from "../memo";
import { commandsOf, type Commands } from "./commands";
import { requireReadable, Unreadable } from "./words";

/** A script in user data, and the commands that it runs. */
export interface UserDataScript extends Commands {
    readonly script: string;
    /** Whether it runs early in each boot, and not at the end of the first. */
    readonly isBoothook: boolean;
}

/** The scripts in decoded user data: a script, a cloud-config, or a MIME document of several parts. */
export const shellScripts = memoOfLast((userData: string): readonly UserDataScript[] => {
    const isDocument = /^\s{0,80}(?:MIME-Version|Content-Type):/i.test(userData);
    const [, boundary = ""] = /\bboundary="?([^"\s;]{1,99})/.exec(userData) ?? [];
    const line = new RegExp(`^--${boundary.replace(/\W/g, String.raw`\$&`)}`, "m");
    // The headers of a part end with an empty line.
    const parts = isDocument ? userData.split(line).map((part) => /\n\r?\n([^]*)/.exec(part)?.[1] ?? "") : [userData];
    return parts.flatMap((text) => {
        const [first = "", second = ""] = text.trimStart().split("\n", 2);
        // What is for Windows, on other hosts, or for an older init system.
        if (/^(?:<powershell>|#include|#upstart-job)/.test(first)) {
            return [];
        }
        const isBoothook = first.startsWith("#cloud-boothook");
        try {
            const isOther = /^(?:#!(?!.*\b(?:ba|da|a|z|k)?sh\b)|#(?:cloud-config-archive|part-handler))/.test(first);
            requireReadable(!isOther, "a script of another language");
            const isConfig = /^#cloud-config\b/.test(first.startsWith("## template:") ? second : first);
            const script = isConfig ? cloudConfigScript(text) : text;
            return { script, isBoothook, ...commandsOf(["sh", "-c", script], () => undefined) };
        } catch (error) {
            if (!(error instanceof Unreadable)) {
                throw error;
            }
            return { script: text, isBoothook, commands: [], steps: [], unread: error.message };
        }
    });
});

/** What of user data is not read, and may be why an answer is not known. */
export function unreadIn(userData: string): string | undefined {
    return shellScripts(userData).find(({ unread }) => unread !== undefined)?.unread;
}

/** The files that a cloud-config writes, and the commands that it runs, as a script. @throws Unreadable */
function cloudConfigScript(config: string): string {
    const files = items(config, "write_files").map((item) => {
        const operator = /^true$/i.test(property(item, "append")) ? ">>" : ">";
        return `${operator} ${inQuotes(property(item, "path"))}`;
    });
    const commands = [...items(config, "bootcmd"), ...items(config, "runcmd")].map(commandOf);
    return [...files, ...commands].join("\n");
}

/** The items of a list, without their dash and its indentation. */
function items(config: string, key: string): readonly string[] {
    const lists = config.split(/^(?=[a-z_]{1,40}:)/m).filter((section) => section.startsWith(`${key}:`));
    return lists.flatMap((list) => {
        requireReadable(/^\w+:\s*(?:$|#|\[\])/.test(list.split("\n", 1)[0] ?? ""), `${key} in brackets`);
        const [dash = "- "] = /^ *- /m.exec(list) ?? [];
        const [, ...found] = list.split(new RegExp(`^${dash}`, "m"));
        return found.map((item) => item.replace(new RegExp(`^ {0,${dash.length}}`, "gm"), "").trimEnd());
    });
}

function property(item: string, key: string): string {
    requireReadable(!/^\s*[[{&*!]/.test(item), "an item in brackets");
    return scalar(new RegExp(`^${key}:(.*)`, "m").exec(item)?.[1] ?? "");
}

const wordAt = /"(?:[^"\\]|\\.)*"|'[^']*'|[^\s,"'][^,]*/g;

/** A command is a text, a block of lines, or a list of words in brackets. */
function commandOf(item: string): string {
    const [, block] = /^[|>][-+]? *\n(.*)$/s.exec(item) ?? [];
    const line = item.replace(/\s*\n\s*/g, " ");
    const [, words] = /^\[([^[\]{}]*)\]$/.exec(line) ?? [];
    requireReadable(words !== undefined || !/^\s*[[{&*!-]/.test(item), "a command of several parts");
    return (
        block ??
        words
            ?.match(wordAt)
            ?.map((word) => inQuotes(scalar(word)))
            .join(" ") ??
        scalar(line)
    );
}

function scalar(text: string): string {
    const [, double, single] = /^\s*(?:"((?:[^"\\]|\\.)*)|'([^']*))/.exec(text) ?? [];
    const plain = double?.replace(/\\(.)/g, (_, one: string) => (one === "n" ? "\n" : one)) ?? single;
    return plain ?? text.split(" #", 1)[0]?.trim() ?? "";
}

function inQuotes(word: string): string {
    return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
