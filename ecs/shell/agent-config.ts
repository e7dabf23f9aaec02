import { agentConfigPath, agentSettings } from "../../contract/container-agent";
import { UNKNOWN, type Known } from "../known";
import { normalizedPath } from "../../contract/path";
import { absolutePath } from "./absolute-path";
import { programName } from "./runners";
import { runsOfScript, type Run } from "./runs";
import { cloudConfig } from "./cloud-config";
import { userDataParts } from "./parts";

/**
 * Whether user data replaces the agent's configuration instead of appending to it. What it does only under a condition,
 * or with what it has read there before, is left alone.
 */
export function overwritesAgentConfig(userData: string): boolean {
    return userDataParts(userData).some((part) => {
        if (part.kind === "script") {
            return scriptOverwrites(part.text);
        }
        const { files, commands } = cloudConfig(part.text);
        return (
            files.some(({ path, append }) => normalizedPath(path) === agentConfigPath && !append) ||
            scriptOverwrites(commands)
        );
    });
}

/** Programs whose output stands in the script itself. */
const writing = new Set(["", "echo", "printf", ":", "true"]);
const copying = new Set(["cp", "mv", "install", "ln", "rsync"]);
const removing = new Set(["rm", "unlink", "truncate", "shred"]);
const outputOptions = new Set(["-o", "-O", "--output", "--output-document"]);

function scriptOverwrites(script: string): boolean {
    if (!script.includes("ecs.config")) {
        return false;
    }
    let hasRead = false;
    const isSubstituted = substitutesConfig(script);
    // Scripts of user data start in the root directory.
    // Stryker disable next-line StringLiteral: the root is the same without its slash
    for (const run of runsOfScript(script, () => undefined, "/")) {
        const program = programName(run.words[0]) ?? "";
        const isOwnText = writing.has(program) || (program === "cat" && run.words.length === 1);
        const mayKeep = (hasRead && !isOwnText) || (isSubstituted && run.words.includes(UNKNOWN));
        if (run.isCertain && !(mayKeep && !removing.has(program)) && (opensAnew(run) || replaces(program, run))) {
            return true;
        }
        hasRead ||= names(run, run.words) || run.redirections.some(isRead);
    }
    return false;
}

/** Whether what the configuration holds may go into a variable, or into a command. */
function substitutesConfig(script: string): boolean {
    return script.split("\n").some((line) => {
        const at = line.search(/\$\(|`/);
        return at !== -1 && line.includes("ecs.config", at);
    });
}

function isRead({ operator, path }: Run["redirections"][0]): boolean {
    return operator === "<" && path === agentConfigPath;
}

function opensAnew({ redirections, words }: Run): boolean {
    // In a condition `>` compares.
    return (
        words[0] !== "[[" &&
        redirections.some(({ operator, path }) => /^(?:>|>\||&>|>&)$/.test(operator) && path === agentConfigPath)
    );
}

/** Whether a program, by its arguments, writes the configuration anew or removes it. */
function replaces(program: string, run: Run): boolean {
    const rest = run.words.slice(1);
    const operands = rest.filter((word) => word === UNKNOWN || !word.startsWith("-"));
    if (program === "tee") {
        const appends = rest.some((word) => typeof word === "string" && /^-(?:[a-z]*a|-append)/.test(word));
        return !appends && names(run, operands);
    }
    if (program === "aws") {
        const at = rest.findIndex((word) => word === "cp" || word === "mv");
        return at !== -1 && names(run, rest.slice(at + 2));
    }
    if (removing.has(program)) {
        return names(run, operands);
    }
    if (program === "dd") {
        return rest.includes(`of=${agentConfigPath}`);
    }
    return copying.has(program)
        ? operands.length > 1 && isTarget(run, operands)
        : rest.some((word, index) => outputOptions.has(String(word)) && names(run, rest.slice(index + 1, index + 2))) &&
              (program === "curl" || program === "wget");
}

/** Whether the last operand of a copy is the configuration, or its directory for a file of its name. */
function isTarget(run: Run, operands: readonly Known<string>[]): boolean {
    const target = absolutePath(operands.at(-1) ?? UNKNOWN, run.directory);
    return (
        target === agentConfigPath ||
        (target !== UNKNOWN &&
            operands.map(programName).some((name) => `${target}/${String(name)}` === agentConfigPath))
    );
}

function names({ directory }: Run, words: readonly Known<string>[]): boolean {
    return words.some((word) => absolutePath(word, directory) === agentConfigPath);
}

const infSupport = new RegExp(String.raw`\b${agentSettings.infSupport}[ \t]*=[ \t]*["']?(\w+)`, "gi");
const off = new Set(["false", "f", "0"]);

/** Whether user data turns the agent's Inferentia support off: of several settings the last counts. */
export function turnsInferentiaSupportOff(userData: string): boolean {
    const settings = userData
        .split("\n")
        .filter((line) => !/\b(?:grep|sed|awk)\b/.test(line))
        .flatMap((line) => Array.from(withoutComment(line).matchAll(infSupport), ([, value]) => value));
    const last = settings.at(-1);
    return last !== undefined && off.has(last.toLowerCase());
}

/** A line up to its comment, whether it is of a script or of what a script writes. */
function withoutComment(line: string): string {
    const at = line.search(/(?:^|[ \t;"'])#/);
    return at === -1 ? line : line.slice(0, at);
}
