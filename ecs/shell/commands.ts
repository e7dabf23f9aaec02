import { all, UNKNOWN } from "../known";
import { ScriptReader, type Command, type Step } from "./script";
import { HOLE, requireReadable, Unreadable, type Environment } from "./words";

export interface Commands {
    readonly commands: readonly Command[];
    /** The same with what stands between them; a script in a script is in brackets. */
    readonly steps: readonly Step[];
    /** What is not read; undefined where these are all. */
    readonly unread: string | undefined;
}

const shells = /^(?:ba|da|a|z|k)?sh$/;
/** Options of a shell whose value is the next word: `-euo pipefail`. */
const valuedOption = /^[-+]\w*o$/i;
const unreadOption = /^(?:[-+]\w*o\w+|--(?:rcfile|init-file).*)$/i;
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
export function commandsOf(argv: () => readonly string[], environment: Environment = () => undefined): Commands {
    const steps: Step[] = [];
    let unread: string | undefined;
    try {
        for (const step of follow({ words: argv(), redirections: [], isCertain: true, runners: [] }, environment)) {
            steps.push(step);
        }
    } catch (error) {
        if (!(error instanceof Unreadable)) {
            throw error;
        }
        unread = error.message;
    }
    return { commands: steps.filter((step) => typeof step !== "string"), steps, unread };
}

/** The name of a program, without its directory; empty where it is not known. */
export function programName(word = ""): string {
    return word.includes(HOLE) ? "" : word.slice(word.lastIndexOf("/") + 1);
}

/** What a command runs in the end: the program behind its runners, or the steps of a script in its words. */
function* follow(command: Command, environment: Environment): Iterable<Step> {
    const { words, runners } = programOf(command);
    const script = shells.test(programName(words[0])) ? scriptOf(words) : undefined;
    if (script === undefined) {
        yield { ...command, words, runners };
        return;
    }
    if (command.redirections.length > 0) {
        yield { ...command, words: [] };
    }
    // What is not known in a script may change all of it.
    const isKnown = script.includes(HOLE) ? UNKNOWN : true;
    const isGiven = isKnown === true && !runners.includes("env") && !runners.includes("sudo");
    yield "(";
    for (const step of new ScriptReader(script, isGiven ? environment : () => UNKNOWN).read()) {
        if (typeof step === "string") {
            yield step;
        } else {
            const isCertain = all([command.isCertain, isKnown, step.isCertain]);
            yield* follow({ ...step, runners, isCertain }, () => UNKNOWN);
        }
    }
    yield ")";
}

/** The program that a command runs, and the runners before it. */
function programOf({ words, runners: outer }: Command): Pick<Command, "words" | "runners"> {
    const runners = [...outer];
    let at = 0;
    let name = programName(words[at]);
    // `command -v` only looks for a program.
    while (runnerName.test(name) && !(name === "command" && words[at + 1] === "-v")) {
        runners.push(name);
        at++;
        for (let word = words[at] ?? ""; /^-|^\w+=/.test(word); word = words[at] ?? "") {
            requireReadable(!/^--.|^-.*\0/.test(word), `an option of ${name}`);
            at += valued.test(`${name} ${word}`) ? 2 : 1;
        }
        at += withOperand.test(name) ? 1 : 0;
        name = programName(words[at]);
    }
    requireReadable(!unreadProgram.test(name), name);
    return { words: words.slice(at), runners };
}

/** The text that a shell is given with `-c`. */
function scriptOf(words: readonly string[]): string | undefined {
    const [, ...rest] = words;
    const at = rest.findIndex((word, index) => !/^[-+]/.test(word) && !valuedOption.test(rest[index - 1] ?? ""));
    const options = rest.slice(0, at);
    requireReadable(!options.some((word) => unreadOption.test(word)), "an option of the shell");
    return options.some((word) => /^-\w*c/.test(word)) ? rest[at] : undefined;
}
