import { normalizedPath } from "../../contract/path";
import { all, any, anyOf, not, UNKNOWN, type Known } from "../known";
import { programName } from "../shell/commands";
import { shellScripts, type UserDataScript } from "../shell/user-data";
import { HOLE } from "../shell/words";

/** Programs whose output stands in the script itself. */
const writing = /^(?:echo|printf|:|true)?$/;
const removing = /^(?:rm|unlink|truncate|shred)$/;

/**
 * Whether user data replaces a file instead of adding to it. What it does only under a condition, or with what it has
 * read there before, is left alone. Unknown where something that is not read may do so.
 */
export function replacesFile(userData: string, file: string): Known<boolean> {
    const name = file.slice(file.lastIndexOf("/") + 1);
    return userData.includes(name) && anyOf(shellScripts(userData), (script) => scriptReplaces(script, name, file));
}

function scriptReplaces({ script, commands, unread }: UserDataScript, name: string, file: string): Known<boolean> {
    if (!script.includes(name)) {
        return false;
    }
    // What the file holds may go into a variable, or into a command.
    const isSubstituted = script.split("\n").some((line) => line.includes(name, line.search(/\$\(|`|$/)));
    let hasRead: Known<boolean> = false;
    let directory = HOLE;
    const answers = commands.map(({ words, redirections, isCertain }) => {
        const program = programName(words[0]) ?? "";
        const isOwnText = writing.test(program) || (program === "cat" && words.length === 1);
        const isPutIn = isSubstituted && words.some((word) => word.includes(HOLE));
        const isChange = removing.test(program) ? false : any([isPutIn, isOwnText ? false : hasRead]);
        if (program === "cd") {
            // A subshell keeps its directory for itself.
            const isFollowed = isCertain === true && words[1]?.startsWith("/") === true && !script.includes("(");
            directory = isFollowed ? (words[1] ?? HOLE) : HOLE;
        }
        const isFile = (path: string) => isPathOf(/^[/\0]|:\/\//.test(path) ? path : `${directory}/${path}`, file);
        const opened = (operators: RegExp) =>
            redirections.flatMap(({ operator, target }) => (operators.test(operator) ? target : []));
        hasRead = any([hasRead, anyOf([...words, ...opened(/^<$/)], isFile)]);
        const replaced = [...opened(/^(?:>|>\||&>|>&)$/), ...replacedBy(program, words.slice(1))];
        // In a condition `>` compares.
        return all([isCertain, words[0] !== "[[", not(isChange), anyOf(replaced, isFile)]);
    });
    return any([...answers, unread === undefined ? false : UNKNOWN]);
}

/**
 * Whether a path is a file's. Of one of which a part is not known, its last step tells; where nothing does, it is taken
 * for another: most are.
 */
function isPathOf(path: string, file: string): Known<boolean> {
    const [first = "", ...others] = path.split(HOLE);
    if (others.length === 0) {
        return normalizedPath(first) === file;
    }
    const [last = ""] = /\/?[^/]*$/.exec(others.at(-1) ?? "") ?? [];
    const isPossible = file.startsWith(normalizedPath(first)) && file.endsWith(last);
    return first + last !== "" && isPossible ? UNKNOWN : false;
}

/** The files that a program, by its arguments, writes anew or removes. */
function replacedBy(program: string, words: readonly string[]): readonly string[] {
    const operands = words.filter((word) => !word.startsWith("-"));
    const [target = ""] = operands.slice(-1);
    if (/^(?:cp|mv|install|ln|rsync)$/.test(program) && operands.length > 1) {
        // The last operand may be the directory for a file of that name.
        return [target, ...operands.map((operand) => `${target}/${operand.slice(operand.lastIndexOf("/") + 1)}`)];
    }
    switch (program) {
        case "tee":
            return words.some((word) => /^-(?:[a-z]*a|-append)/.test(word)) ? [] : operands;
        case "aws":
            return /\b(?:cp|mv)\b.*$/.test(words.join(" "))
                ? words.slice(words.findIndex((one) => /^(?:cp|mv)$/.test(one)) + 2)
                : [];
        case "curl":
        case "wget":
            return words.filter((_, index) => /^(?:-o|-O|--output|--output-document)$/.test(words[index - 1] ?? ""));
        case "dd":
            return words.flatMap((word) => (word.startsWith("of=") ? word.slice(3) : []));
        default:
            return removing.test(program) ? operands : [];
    }
}
