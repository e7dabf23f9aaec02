import { agentConfigPath, agentSettings } from "../../contract/container-agent";
import { normalizedPath } from "../../contract/path";
import { all, any, anyOf, UNKNOWN, type Known } from "../known";
import { absolutePath, programName, commandsOf } from "./commands";
import { readUserData } from "./user-data";
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
    const { scripts, files } = readUserData(userData);
    const isWritten = files.some(({ path, append }) => normalizedPath(path) === agentConfigPath && !append);
    return any([isWritten, ...scripts.map(scriptOverwrites)]);
}

function scriptOverwrites(script: string): Known<boolean> {
    const fileName = "ecs.config";
    if (!script.includes(fileName)) {
        return false;
    }
    // What the configuration holds may go into a variable, or into a command.
    const isSubstituted = script.split("\n").some((line) => line.includes(fileName, line.search(/\$\(|`|$/)));
    let hasRead = false;
    const { commands, areAll } = commandsOf(["sh", "-c", script], () => undefined, "/");
    const answers = commands.map(({ words, redirections, directory, isCertain }) => {
        const program = programName(words[0]) ?? "";
        const isOwnText = writing.test(program) || (program === "cat" && words.length === 1);
        const isChange = (hasRead && !isOwnText) || (isSubstituted && words.some((word) => word.includes(HOLE)));
        const isNamed = (path: string) => isConfig(absolutePath(path, directory));
        const opened = (operators: RegExp) =>
            // In a condition `>` compares.
            redirections.flatMap(({ operator, target }) =>
                words[0] !== "[[" && operators.test(operator) ? target : [],
            );
        hasRead ||= anyOf([...words, ...opened(/^<$/)], isNamed) === true;
        const replaced = [...opened(/^(?:>|>\||&>|>&)$/), ...replacedBy(program, words.slice(1))];
        return all([isCertain, !isChange || removing.test(program), anyOf(replaced, isNamed)]);
    });
    return any([...answers, areAll ? false : UNKNOWN]);
}

/** Whether a path is the configuration's. One of which nothing is known is taken for another: most are. */
function isConfig(path: string): Known<boolean> {
    const [first = "", ...others] = path.split(HOLE);
    const [last = ""] = others.at(-1)?.split("/").slice(-1) ?? [];
    if (others.length === 0) {
        return first === agentConfigPath;
    }
    return first + last !== "" && agentConfigPath.startsWith(first) && agentConfigPath.endsWith(last) ? UNKNOWN : false;
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
        .map((line) => line.slice(0, line.search(/(?:^|[ \t;"'])#|$/))) // Without a comment.
        .flatMap((line) => Array.from(line.matchAll(infSupport), ([, value = ""]) => value));
    const last = settings.at(-1) ?? "";
    return last === "$" ? UNKNOWN : /^(?:false|f|0)$/i.test(last);
}
