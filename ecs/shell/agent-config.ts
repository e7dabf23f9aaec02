import { agentConfigPath, agentSettings } from "../../contract/container-agent";
import { normalizedPath } from "../../contract/path";
import { all, any, anyOf, not, UNKNOWN, type Known } from "../known";
import { commandsOf, programName } from "./commands";
import { shellScripts } from "./user-data";
import { HOLE } from "./variables";

/** Programs whose output stands in the script itself. */
const writing = /^(?:echo|printf|:|true)?$/;
const removing = /^(?:rm|unlink|truncate|shred)$/;
const outputOption = /^(?:-o|-O|--output|--output-document)$/;

/**
 * Whether user data replaces the agent's configuration instead of appending to it. What it does only under a condition,
 * or with what it has read there before, is left alone. Unknown where something that is not read may do so.
 */
export function overwritesAgentConfig(userData: string): Known<boolean> {
    return anyOf(shellScripts(userData), scriptOverwrites);
}

/** What of user data is not read, and may be why the answer is not known. */
export function unreadIn(userData: string): string | undefined {
    const scripts = shellScripts(userData).map((script) => commandsOf(["sh", "-c", script], () => undefined));
    return scripts.find(({ unread }) => unread !== undefined)?.unread;
}

function scriptOverwrites(script: string): Known<boolean> {
    const fileName = "ecs.config";
    if (!script.includes(fileName)) {
        return false;
    }
    // What the configuration holds may go into a variable, or into a command.
    const isSubstituted = script.split("\n").some((line) => line.includes(fileName, line.search(/\$\(|`|$/)));
    let hasRead: Known<boolean> = false;
    let directory = HOLE;
    const { commands, unread } = commandsOf(["sh", "-c", script], () => undefined);
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
        const isNamed = (path: string) => isConfig(/^[/\0]|:\/\//.test(path) ? path : `${directory}/${path}`);
        const opened = (operators: RegExp) =>
            redirections.flatMap(({ operator, target }) => (operators.test(operator) ? target : []));
        hasRead = any([hasRead, anyOf([...words, ...opened(/^<$/)], isNamed)]);
        const replaced = [...opened(/^(?:>|>\||&>|>&)$/), ...replacedBy(program, words.slice(1))];
        // In a condition `>` compares.
        return all([isCertain, words[0] !== "[[", not(isChange), anyOf(replaced, isNamed)]);
    });
    return any([...answers, unread === undefined ? false : UNKNOWN]);
}

/**
 * Whether a path is the configuration's. Of one of which a part is not known, its last step tells; where nothing does,
 * it is taken for another: most are.
 */
function isConfig(path: string): Known<boolean> {
    const [first = "", ...others] = path.split(HOLE);
    if (others.length === 0) {
        return normalizedPath(first) === agentConfigPath;
    }
    const [last = ""] = /\/?[^/]*$/.exec(others.at(-1) ?? "") ?? [];
    const isPossible = agentConfigPath.startsWith(normalizedPath(first)) && agentConfigPath.endsWith(last);
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
    if (program === "tee") {
        return words.some((word) => /^-(?:[a-z]*a|-append)/.test(word)) ? [] : operands;
    }
    if (program === "aws") {
        const at = words.findIndex((word) => word === "cp" || word === "mv");
        return at === -1 ? [] : words.slice(at + 2);
    }
    if (program === "curl" || program === "wget") {
        return words.filter((_, index) => outputOption.test(words[index - 1] ?? ""));
    }
    const written = words.flatMap((word) => (program === "dd" && word.startsWith("of=") ? word.slice(3) : []));
    return removing.test(program) ? operands : written;
}

const infSupport = new RegExp(String.raw`\b${agentSettings.infSupport}[ \t]*=[ \t]*["']?(\$|\w+)`, "gi");

/** Whether user data turns the agent's Inferentia support off: of several settings the last counts. */
export function turnsInferentiaSupportOff(userData: string): Known<boolean> {
    const settings = userData
        .split("\n")
        .filter((line) => !/\b(?:grep|sed|awk)\b/.test(line))
        .map((line) => line.replace(/(?:^|[ \t;"'])#.*/, "")) // Without a comment.
        .flatMap((line) => Array.from(line.matchAll(infSupport), ([, value = ""]) => value));
    const last = settings.at(-1) ?? "";
    return last === "$" ? UNKNOWN : /^(?:false|f|0)$/i.test(last);
}
