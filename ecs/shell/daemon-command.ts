import { UNKNOWN, type Known } from "../known";
import { neuronRtdListenOption, neuronRtdName } from "../../contract/neuron-rtd";
import { programName } from "./runners";
import { runsOf } from "./runs";
import type { Environment } from "./variables";

/** Programs that take the daemon's name for a text, a file or a process, and run nothing. */
const naming: ReadonlySet<string | undefined> = new Set([
    ..."echo printf grep egrep pgrep pkill killall kill pidof ps cat ls test [ [[ which type".split(" "),
]);

/**
 * What a container's command line runs as the daemon, each with its arguments, and the other programs. An argument is
 * unknown where a variable in it is.
 */
export interface DaemonCommands {
    readonly daemons: readonly (readonly Known<string>[])[];
    readonly others: readonly (readonly Known<string>[])[];
}

/** Reads a container's command line, its entry point and then its command, as Docker and a shell do. */
export function daemonCommands(argv: readonly string[], environment: Environment): DaemonCommands {
    const [first, ...rest] = argv;
    // The image may have a shell as its entry point.
    // Stryker disable next-line ConditionalExpression: what is not there has no blank
    const isLine = rest.length === 0 && first !== undefined && /\s/.test(first);
    const daemons: (readonly Known<string>[])[] = [];
    const others: (readonly Known<string>[])[] = [];
    for (const { words } of runsOf(isLine ? ["sh", "-c", first] : argv, environment)) {
        const at = daemonAt(words);
        if (at === -1) {
            others.push(words);
        } else {
            daemons.push(words.slice(at + 1));
        }
    }
    return { daemons, others };
}

/** Whether a container's command line runs the `neuron-rtd` daemon. */
export function runsNeuronRtd(argv: readonly string[]): boolean {
    // Without quotes and variables, what a shell runs stands in the text as it is.
    // Stryker disable next-line all: it saves reading most command lines, and decides nothing
    const mayRun = argv.some((word) => word.includes(neuronRtdName) || /["'\\$`]/.test(word));
    return mayRun && daemonCommands(argv, () => UNKNOWN).daemons.length > 0;
}

/** The place of the daemon: it is the program, or follows one that runs it, with its own option. */
function daemonAt(words: readonly Known<string>[]): number {
    if (programName(words[0]) === neuronRtdName) {
        return 0;
    }
    return naming.has(programName(words[0]))
        ? -1
        : words.findIndex((word, index) => programName(word) === neuronRtdName && isListenOption(words[index + 1]));
}

/** Whether a word is the daemon's option that names its socket, perhaps with the address joined to it. */
export function isListenOption(word: Known<string> | undefined): word is string {
    return typeof word === "string" && word.startsWith(neuronRtdListenOption);
}
