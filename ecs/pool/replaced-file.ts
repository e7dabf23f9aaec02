import { normalizedPath } from "../../contract/path";
import { all, any, anyOf, not, UNKNOWN, type Known } from "../known";
import { programName } from "../shell/commands";
import { userDataParts, type UserDataPart } from "../shell/user-data";
import { HOLE } from "../shell/words";

/** Programs whose output stands in the script itself. */
const writing = /^(?:echo|printf|:|true)?$/;
const removing = /^(?:rm|unlink|truncate|shred)$/;
/** What other programs write anew, in their arguments, one a line. */
const writtenAt: Readonly<Record<string, RegExp>> = {
    aws: /^(?:cp|mv)\n.*\n([^]*)/m,
    curl: /^(?:-o|--output)\n(.*)/m,
    dd: /^of=(.*)/m,
    wget: /^(?:-O|--output-document)\n(.*)/m,
};

/**
 * Whether user data replaces a file instead of adding to it. What it does only under a condition, or with what it has
 * read there before, is left alone. Unknown where something that is not read may do so.
 */
export function replacesFile(userData: string, file: string): Known<boolean> {
    const name = file.slice(file.lastIndexOf("/") + 1);
    return anyOf(userDataParts(userData), (part) => part.text.includes(name) && partReplaces(part, name, file));
}

function partReplaces({ text, commands, steps, unread }: UserDataPart, name: string, file: string): Known<boolean> {
    // What the file holds may go into a variable, or into a command; a variable may hold its path.
    const named = steps.flatMap((step) => (typeof step === "string" && step.includes(name) ? step : []));
    const isSubstituted = named.some((one) => /^[$`]/.test(one));
    const isInVariable = named.some((one) => /^[^$`]/.test(one));
    let hasRead: Known<boolean> = false;
    let directory: string | undefined;
    const answers = commands.map(({ words, redirections, isCertain }) => {
        const program = programName(words[0]);
        const isOwnText = writing.test(program) || (program === "cat" && words.length === 1);
        const isPutIn = isSubstituted && words.some((word) => word.includes(HOLE));
        const isChange = removing.test(program) ? false : any([isPutIn, isOwnText ? false : hasRead]);
        if (program === "cd") {
            // A subshell keeps its directory for itself.
            directory = isCertain === true && !text.includes("(") ? words[1] : undefined;
        }
        const isFile = (word: string) => {
            const path = /^[/\0]|:\/\//.test(word)
                ? word
                : `${directory?.startsWith("/") === true ? directory : HOLE}/${word}`;
            return word === HOLE && isInVariable ? UNKNOWN : isPathOf(path, file);
        };
        const targets = (operators: RegExp) =>
            redirections.flatMap(({ operator, target }) => (operators.test(operator) ? target : []));
        hasRead = any([hasRead, anyOf([...words, ...targets(/^<>?$/)], isFile)]);
        const replaced = [...targets(/^(?:>|>\||&>|>&)$/), ...replacedBy(program, words.slice(1))];
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
    if (!path.includes(HOLE)) {
        return normalizedPath(path) === file;
    }
    const first = path.slice(0, path.indexOf(HOLE));
    const last = path.slice(Math.max(path.lastIndexOf(HOLE) + 1, path.lastIndexOf("/")));
    const isPossible = file.startsWith(normalizedPath(first)) && file.endsWith(last);
    return isPossible && first + last !== "" ? UNKNOWN : false;
}

/** The files that a program, by its arguments, writes anew or removes. */
function replacedBy(program: string, words: readonly string[]): readonly string[] {
    const operands = words.filter((word) => !word.startsWith("-"));
    const [target = ""] = operands.slice(-1);
    if (program === "tee" || removing.test(program)) {
        return words.some((word) => /^-(?:[a-z]*a|-append)/.test(word)) ? [] : operands;
    }
    if (/^(?:cp|mv|install|ln|rsync)$/.test(program) && operands.length > 1) {
        // The last operand may be the directory for a file of that name.
        return [target, ...operands.map((operand) => `${target}/${operand.slice(operand.lastIndexOf("/") + 1)}`)];
    }
    return writtenAt[program]?.exec(words.join("\n"))?.[1]?.split("\n") ?? [];
}
