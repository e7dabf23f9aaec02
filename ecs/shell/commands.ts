import { all, UNKNOWN } from "../known";
import { declaring, ScriptReader, type Command, type Step } from "./script";
import { HOLE, Variables, type Environment } from "./words";
import { requireReadable, Unreadable } from "./words";

export interface Commands {
    readonly commands: readonly Command[];
    /** The same with what stands between them; a script in a script is in brackets. */
    readonly steps: readonly Step[];
    /** What is not read; undefined where these are all. */
    readonly unread: string | undefined;
}

/** Scripts in scripts: nobody writes more. */
const maxDepth = 8;

const shells = /^(?:ba|da|a|z|k)?sh$/;
/** Options of a shell with a value that is not looked for; that of `-o` is the next word, also in `-euo pipefail`. */
const unreadOption = /^(?:[-+]\w*o\w+|--(?:rcfile|init-file).*)$/i;
/** Commands that change the variables which they name. */
const changing = /^(?:read|unset|for|select|getopts|mapfile|readarray|printf)$/;
/** Programs that run the one which their arguments name. */
const runnerName =
    /^(?:!|exec|env|nohup|setsid|command|builtin|time|busybox|sudo|nice|timeout|gosu|su-exec|tini|dumb-init)$/;
/** Their options that take the next word, and those with a word of their own before the program. */
const valued = /^(?:exec -a|env -[uC]|time -[of]|sudo -[ughpCrtTUDR]|nice -n|timeout -[ks]|tini -[pe]|dumb-init -r)$/;
const withOperand = /^(?:timeout|gosu|su-exec)$/;
/** What is not read: scripts that are put together, and rare runners. */
const unreadProgram =
    /^(?:case|function|eval|doas|ionice|chrt|taskset|numactl|stdbuf|catatonit|tini-static|docker-init)$/;

/** What a command line runs, as Docker starts it: its program, or those of its scripts. */
export function commandsOf(argv: readonly string[], environment: Environment): Commands {
    const steps: Step[] = [];
    let unread: string | undefined;
    try {
        follow({ words: argv, redirections: [], isCertain: true }, new Variables(environment), 0, steps);
    } catch (error) {
        if (!(error instanceof Unreadable)) {
            throw error;
        }
        unread = error.message;
    }
    return { commands: steps.filter((step) => typeof step !== "string"), steps, unread };
}

/** The name of a program, without its directory; undefined where it is not known. */
export function programName(word: string | undefined): string | undefined {
    return word === undefined || word.includes(HOLE) ? undefined : word.slice(word.lastIndexOf("/") + 1);
}

/** Adds what a command runs in the end: the program behind its runners, or the commands of a script in its words. */
function follow(command: Command, variables: Variables, depth: number, steps: Step[]): void {
    const { words, runners } = programOf(command);
    const script = shells.test(programName(words[0]) ?? "") ? scriptOf(words) : undefined;
    if (script === undefined) {
        steps.push({ ...command, words, runners });
        return;
    }
    requireReadable(depth < maxDepth, "a script in many others");
    if (command.redirections.length > 0) {
        steps.push({ ...command, words: [] });
    }
    // What is not known in a script may change all of it.
    const isKnown = !script.includes(HOLE);
    const isCertain = all([command.isCertain, isKnown ? true : UNKNOWN]);
    const inner = variables.ofChild(runners.some(changesEnvironment) || !isKnown ? () => UNKNOWN : undefined);
    steps.push("(");
    new ScriptReader(script, inner, (step) => {
        if (typeof step === "string") {
            steps.push(step);
        } else {
            follow({ ...step, runners, isCertain: all([isCertain, step.isCertain]) }, inner, depth + 1, steps);
            setVariables(step.words, inner);
        }
    }).read();
    steps.push(")");
}

/** The program that a command runs, and the runners before it. */
function programOf({ words, runners: outer = [] }: Command): Required<Pick<Command, "words" | "runners">> {
    const runners = [...outer];
    let at = 0;
    let name = programName(words[at]) ?? "";
    // `command -v` only looks for a program.
    while (runnerName.test(name) && !(name === "command" && words[at + 1] === "-v")) {
        runners.push(name);
        at++;
        for (let word = words[at] ?? ""; /^-|^\w+=/.test(word); word = words[at] ?? "") {
            requireReadable(!/^--.|^-.*\0/.test(word), `an option of ${name}`);
            at += valued.test(`${name} ${word}`) ? 2 : 1;
        }
        at += withOperand.test(name) ? 1 : 0;
        name = programName(words[at]) ?? "";
    }
    requireReadable(!unreadProgram.test(name), name);
    return { words: words.slice(at), runners };
}

function changesEnvironment(runner: string): boolean {
    return runner === "env" || runner === "sudo";
}

/** The text that a shell is given with `-c`. */
function scriptOf(words: readonly string[]): string | undefined {
    let hasScript = false;
    let at = 1;
    for (let word = words[at]; word !== undefined && /^[-+]/.test(word); word = words[at]) {
        requireReadable(!unreadOption.test(word), "an option of the shell");
        hasScript ||= /^-\w*c/.test(word);
        at += /^[-+]\w*o$/i.test(word) ? 2 : 1;
    }
    return hasScript ? words[at] : undefined;
}

/** Does to the variables of a shell what a command of its own does, besides plain assignments. */
function setVariables([name = "", ...words]: readonly string[], variables: Variables): void {
    if (name === "." || name === "source") {
        variables.forget();
    } else if (declaring.test(name)) {
        // `export "NAME=value"`: others are read as assignments.
        for (const word of words.filter((one) => /^\w+=/.test(one))) {
            const [variable = "", ...value] = word.split("=");
            variables.assign(variable, value.join("="));
        }
    } else if (changing.test(name)) {
        words.forEach((word) => {
            variables.assign(word, HOLE);
        });
    }
}
