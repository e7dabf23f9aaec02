import { normalizedPath } from "../../contract/path";
import { all, UNKNOWN } from "../known";
import { ScriptReader, type Command } from "./script";
import { HOLE, Variables, type Environment } from "./variables";
import { Unreadable } from "./words";

export interface Commands {
    readonly commands: readonly Command[];
    /** Whether these are all. */
    readonly areAll: boolean;
}

/** Scripts in scripts: nobody writes more. */
const mostDepth = 8;

const shells = /^(?:ba|da|a|z|k)?sh$/;
/** Commands that change the variables which they name. */
const changing = /^(?:read|unset|for|select|getopts|mapfile|readarray|printf)$/;
/** Programs that run the one which their arguments name. */
const runners = new RegExp(
    "^(?:!|exec|env|nohup|setsid|command|builtin|time|busybox|sudo|doas|nice|ionice|chrt|taskset|numactl|stdbuf|" +
        "timeout|gosu|su-exec|tini|tini-static|docker-init|catatonit|dumb-init)$",
);
/** Their options that take the next word, and those with a word of their own before the program. */
const valued = new RegExp(
    "^(?:exec -a|env (?:-u|--unset|-C|--chdir)|time -[of]|(?:sudo|doas) -[ughpCrtTUDR]|nice -n|ionice -[cn]|numactl " +
        "-[NmCip]|stdbuf -[ioe]|timeout -[ks]|(?:tini|tini-static|docker-init) -[pe]|dumb-init (?:-r|--rewrite))$",
);
const withOperand = /^(?:chrt|taskset|timeout|gosu|su-exec)$/;

/**
 * The programs that a command line runs, as Docker starts it: the shell scripts in it are followed, until something
 * cannot be read.
 */
export function commandsOf(argv: readonly string[], environment: Environment, directory = HOLE): Commands {
    const commands: Command[] = [];
    const variables = new Variables(environment);
    variables.assign("PWD", directory);
    let areAll = true;
    try {
        follow({ words: argv, redirections: [], isCertain: true, directory }, variables, 0, commands);
    } catch (error) {
        areAll = false;
        if (!(error instanceof Unreadable)) {
            throw error;
        }
    }
    return { commands, areAll };
}

/** A path from the root on. */
export function absolutePath(path: string, directory: string): string {
    const whole = /^[/\0]/.test(path) ? path : `${directory}/${path}`;
    return whole.includes(HOLE) && whole.includes("..") ? HOLE : normalizedPath(whole);
}

/** The name of a program, without its directory; undefined where it is not known. */
export function programName(word: string | undefined): string | undefined {
    return word === undefined || word.includes(HOLE) ? undefined : word.slice(word.lastIndexOf("/") + 1);
}

/** Adds what a command runs in the end: the program behind its runners, or the commands of a script in its words. */
function follow(command: Command, variables: Variables, depth: number, commands: Command[]): void {
    const { at, environment } = programOf(command.words);
    const words = command.words.slice(at);
    const name = programName(words[0]) ?? "";
    const isShell = shells.test(name);
    const [script, ...parameters] = isShell ? scriptOf(words) : name === "eval" ? [words.slice(1).join(" ")] : [];
    if (script === undefined || script === HOLE || depth === mostDepth) {
        commands.push({ ...command, words: script === undefined ? words : words.slice(0, 1) });
        return;
    }
    if (command.redirections.length > 0) {
        commands.push({ ...command, words: [] });
    }
    const given = new Set(command.words.slice(0, at).map((word) => word.replace(/=.*/s, "")));
    const inner = isShell ? variables.ofChild(parameters, given, environment) : variables;
    inner.assign("PWD", command.directory);
    // What is not known in a script may change all of it.
    const isCertain = all([command.isCertain, script.includes(HOLE) ? UNKNOWN : true]);
    new ScriptReader(script, inner, isCertain, (one) => {
        follow(one, inner, depth + 1, commands);
        setVariables(one.words, inner);
    }).read();
}

/** The place of the program that a command runs behind its runners, and its environment where these replace it. */
function programOf(words: readonly string[]): { readonly at: number; readonly environment: Environment | undefined } {
    let environment: Environment | undefined;
    let at = 0;
    for (;;) {
        while (/^[a-z_]\w*=[^\0]*$/i.test(words[at] ?? "")) {
            at++;
        }
        const name = programName(words[at]) ?? "";
        // `command -v` only looks for it.
        if (!runners.test(name) || (name === "command" && /^-[vV]/.test(words[at + 1] ?? ""))) {
            return { at, environment };
        }
        environment = /^(?:sudo|doas)$/.test(name) ? () => UNKNOWN : environment;
        at++;
        for (let word = words[at]; word !== undefined && /^-[^\0]*$/.test(word); word = words[at]) {
            environment = name === "env" && /^-(?:i|-ignore-environment)?$/.test(word) ? () => "" : environment;
            at += valued.test(`${name} ${word}`) ? 2 : 1;
            if (word === "--") {
                break;
            }
        }
        at += withOperand.test(name) ? 1 : 0;
    }
}

/** The text that a shell is given with `-c`, and the words after it: `$0`, `$1` and so on. */
function scriptOf(words: readonly string[]): readonly string[] {
    let hasScript = false;
    let at = 1;
    for (let word = words[at]; word !== undefined && /^[-+][^\0]+$/.test(word); word = words[at]) {
        at++;
        if (word === "--") {
            break;
        }
        hasScript ||= /^-(?!-).*c/.test(word);
        // `-o pipefail`, also among others as in `-euo pipefail`.
        at += /^--(?:rc|init-)file$/.test(word) ? 1 : (/^.(?!-).*/.exec(word)?.[0].match(/o/gi)?.length ?? 0);
    }
    return hasScript ? [HOLE, ...words.slice(at)].slice(words.length > at ? 1 : 0) : [];
}

/** Does to the variables of a shell what a command of its own does. */
function setVariables(words: readonly string[], variables: Variables): void {
    const [name = "", ...rest] = words.filter((word) => !/^\w+=$/.test(word));
    const [directory = HOLE] = rest;
    if (name === "." || name === "source" || (name === "eval" && rest.some((word) => word.includes(HOLE)))) {
        variables.forget();
    } else if (/^(?:cd|pushd|popd)$/.test(name)) {
        const isPath = name !== "popd" && !/^[-~+\0]/.test(directory);
        variables.assign("PWD", isPath ? absolutePath(directory, variables.value("PWD") ?? HOLE) : HOLE);
    } else if (name === "shift" || (name === "set" && !rest.every((word) => /^[-+]\w/.test(word)))) {
        variables.parameters = undefined;
    } else if (/^(?:export|readonly|declare|local|typeset)$/.test(name)) {
        // `export "NAME=value"`
        rest.forEach(
            (word) => word.includes("=") && variables.assign(word.replace(/=.*/s, ""), word.replace(/^.*?=/s, "")),
        );
    } else if (changing.test(name)) {
        rest.forEach((variable) => {
            variables.assign(variable, HOLE);
        });
    }
}
