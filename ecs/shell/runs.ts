import { UNKNOWN, type Known } from "../known";
import { absolutePath } from "./absolute-path";
import { assignedIn, setVariables } from "./assignments";
import { expandedText, expandedWords } from "./expand";
import { readScript } from "./read-script";
import { programAt, programName } from "./runners";
import { shellInput, shells } from "./shell-arguments";
import { Variables, type Environment } from "./variables";
import type { Command } from "./word";

/** A program that a command line runs. */
export interface Run {
    /** The program and its arguments; empty where a command only opens files. */
    readonly words: readonly Known<string>[];
    readonly redirections: readonly { readonly operator: string; readonly path: Known<string> }[];
    /** Whether it runs whenever the command line does, as far as the text tells. */
    readonly isCertain: boolean;
    /** The directory in which it runs. */
    readonly directory: Known<string>;
}

/** Scripts in scripts: nobody writes more. */
const mostDepth = 8;

/** The programs that a command line runs, as Docker starts it: the shell scripts in it are followed. */
export function* runsOf(argv: readonly Known<string>[], environment: Environment): Iterable<Run> {
    const run: Run = { words: argv, redirections: [], isCertain: true, directory: UNKNOWN };
    yield* followed(run, new Variables(environment, UNKNOWN), 0);
}

/** The programs that a shell script runs, from a directory on. */
export function* runsOfScript(script: string, environment: Environment, directory: Known<string>): Iterable<Run> {
    const variables = new Variables(environment, UNKNOWN);
    variables.assign("PWD", directory);
    yield* runsIn(script, variables, true, 0);
}

function* runsIn(script: string, variables: Variables, isCertain: boolean, depth: number): Iterable<Run> {
    for (const step of readScript(script)) {
        if (step.kind === "open") {
            variables.openSubshell();
        } else if (step.kind === "close") {
            variables.closeSubshell();
        } else {
            const run = runOf(step, variables, isCertain && step.isCertain);
            yield* followed(run, variables, depth);
            setVariables(step, run, variables);
        }
    }
}

/** A command as the shell starts it; of the variables that it alone gets, the names are enough. */
function runOf(command: Command, variables: Variables, isCertain: boolean): Run {
    const given = assignedIn(command.words).map(({ name }) => `${name}=`);
    const words = [...given, ...expandedWords(command.words.slice(given.length), variables)];
    const directory = variables.value("PWD") ?? UNKNOWN;
    const redirections = command.redirections.map(({ operator, target }): Run["redirections"][0] => ({
        operator,
        path: absolutePath(expandedText(target, variables), directory),
    }));
    return { words, redirections, isCertain, directory };
}

/** A run, or what it runs in its turn. */
function* followed(run: Run, variables: Variables, depth: number): Iterable<Run> {
    const at = programAt(run.words);
    const words = run.words.slice(at);
    const program = programName(words[0]);
    const script = depth === mostDepth ? undefined : scriptOf(program, words);
    if (script === undefined) {
        yield { ...run, words: shells.has(program) ? withoutShell(words) : words };
        return;
    }
    if (run.redirections.length > 0) {
        yield { ...run, words: [] };
    }
    if (script.parameters === undefined) {
        yield* runsIn(script.text, variables, run.isCertain, depth + 1);
    } else {
        const given = new Set(run.words.slice(0, at).map(nameOf));
        const inner = variables.ofChild(script.parameters, given);
        inner.assign("PWD", run.directory);
        yield* runsIn(script.text, inner, run.isCertain, depth + 1);
    }
}

interface Script {
    readonly text: string;
    /** Those of the shell that is started for it; undefined where the same shell runs it. */
    readonly parameters: readonly Known<string>[] | undefined;
}

/** The script that a program is given in its arguments. */
function scriptOf(program: string | undefined, [, ...rest]: readonly Known<string>[]): Script | undefined {
    if (program === "eval") {
        return rest.includes(UNKNOWN) ? undefined : { text: rest.join(" "), parameters: undefined };
    }
    const input = shells.has(program) ? shellInput(rest) : undefined;
    return input !== undefined && "script" in input && input.script !== UNKNOWN
        ? { text: input.script, parameters: input.parameters }
        : undefined;
}

/** A shell that runs a file is as that file. */
function withoutShell(words: readonly Known<string>[]): readonly Known<string>[] {
    const input = shellInput(words.slice(1));
    return "file" in input && input.file.length > 0 ? input.file : words.slice(0, 1);
}

/** The variable that a word before a program may be about: `NAME=value`, or the name alone as in `env -u NAME`. */
function nameOf(word: Known<string>): Known<string> {
    return word === UNKNOWN ? UNKNOWN : word.replace(/=.*/s, "");
}
