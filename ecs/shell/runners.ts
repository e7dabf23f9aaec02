import { UNKNOWN, type Known } from "../known";

/** A program that runs the one which its arguments name. */
interface Runner {
    /** Its options that take the next word as their value. */
    readonly valued: readonly string[];
    /** How many words stand before the program. */
    readonly operands: number;
}

const runner = (valued: readonly string[] = [], operands = 0): Runner => ({ valued, operands });

const runners: ReadonlyMap<string | undefined, Runner> = new Map([
    ["exec", runner(["-a"])],
    ["env", runner(["-u", "--unset", "-C", "--chdir"])],
    ["nohup", runner()],
    ["setsid", runner()],
    ["command", runner()],
    ["builtin", runner()],
    ["time", runner(["-o", "-f"])],
    ["busybox", runner()],
    ["sudo", runner(["-u", "-g", "-h", "-p", "-C", "-r", "-t", "-T", "-U", "-D", "-R"])],
    ["doas", runner(["-u", "-C"])],
    ["nice", runner(["-n"])],
    ["ionice", runner(["-c", "-n"])],
    ["chrt", runner([], 1)],
    ["taskset", runner([], 1)],
    ["numactl", runner(["-N", "-m", "-C", "-i", "-p"])],
    ["stdbuf", runner(["-i", "-o", "-e"])],
    ["timeout", runner(["-k", "-s"], 1)],
    ["gosu", runner([], 1)],
    ["su-exec", runner([], 1)],
    ["tini", runner(["-p", "-e"])],
    ["tini-static", runner(["-p", "-e"])],
    ["docker-init", runner(["-p", "-e"])],
    ["catatonit", runner()],
    ["dumb-init", runner(["-r", "--rewrite"])],
]);

/** The name of a program, without its directory. */
export function programName(word: Known<string> | undefined): string | undefined {
    return word === undefined || word === UNKNOWN ? undefined : word.slice(word.lastIndexOf("/") + 1);
}

/** The place of the program that a command runs in the end, behind those that only run another one. */
export function programAt(words: readonly Known<string>[]): number {
    let at = afterAssignments(words, 0);
    for (let found = runnerAt(words, at); found !== undefined; found = runnerAt(words, at)) {
        at = afterAssignments(words, afterOptions(words, at + 1, found) + found.operands);
    }
    return at;
}

function runnerAt(words: readonly Known<string>[], at: number): Runner | undefined {
    return runners.get(programName(words[at]));
}

function afterAssignments(words: readonly Known<string>[], start: number): number {
    let at = start;
    while (isAssignment(words[at])) {
        at++;
    }
    return at;
}

function afterOptions(words: readonly Known<string>[], start: number, { valued }: Runner): number {
    let at = start;
    for (let word = words[at]; typeof word === "string" && word.startsWith("-"); word = words[at]) {
        at += valued.includes(word) ? 2 : 1;
        if (word === "--") {
            break;
        }
    }
    return at;
}

/** Whether a word gives a variable a value: `NAME=value`. */
function isAssignment(word: Known<string> | undefined): boolean {
    return typeof word === "string" && /^[a-z_]\w*=/i.test(word);
}
