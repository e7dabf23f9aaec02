import { neuronRtdListenOption, neuronRtdName } from "../../contract/neuron-rtd";
import { UNKNOWN, type Known } from "../known";
import { memo } from "../memo";
import { commandsOf, programName, type Commands } from "./commands";
import { HOLE, type Environment } from "./words";

/** Programs that take the daemon's name for a text, a file or a process, and run nothing. */
const naming = /^(?:echo|printf|[ep]?grep|pkill|killall|kill|pidof|ps|cat|ls|test|\[\[?|which|type|command)$/;

/** What a command line runs as the daemon, each with its arguments, and the other programs. */
export interface DaemonCommands extends Pick<Commands, "unread"> {
    readonly daemons: readonly (readonly Known<string>[])[];
    readonly others: readonly (readonly Known<string>[])[];
}

/** Reads a container's command line, its entry point and then its command, as Docker and a shell do. */
export function daemonCommands(argv: readonly string[], environment: Environment): DaemonCommands {
    // The image may have a shell as its entry point.
    const isLine = argv.length === 1 && argv.some((word) => /\s/.test(word));
    const daemons: (readonly Known<string>[])[] = [];
    const others: (readonly Known<string>[])[] = [];
    const { commands, unread } = commandsOf(() => (isLine ? ["sh", "-c", ...argv] : argv), environment);
    for (const { words } of commands) {
        const at = daemonAt(words);
        const known = words.slice(at + 1).map((word) => (word.includes(HOLE) ? UNKNOWN : word));
        (at === -1 ? others : daemons).push(known);
    }
    // Where none is the daemon, a program of which the name is not known may be.
    const mayBeDaemon = daemons.length === 0 && commands.some(({ words }) => words[0]?.includes(HOLE));
    return { daemons, others, unread: unread ?? (mayBeDaemon ? "a program of an unknown name" : undefined) };
}

/** The same while no variable of the environment is known: read once for each command line. */
export const daemonCommandsAlone = memo((argv: readonly string[]): DaemonCommands =>
    daemonCommands(argv, () => UNKNOWN),
);

/** Whether a container's command line runs the `neuron-rtd` daemon. */
export function runsNeuronRtd(argv: readonly string[]): Known<boolean> {
    const { daemons, unread } = daemonCommandsAlone(argv);
    const isNamed = argv.some((word) => word.includes(neuronRtdName));
    return daemons.length > 0 ? true : isNamed && unread !== undefined ? UNKNOWN : false;
}

/** The place of the daemon: it is the program, or follows one that runs it, with its own option. */
function daemonAt(words: readonly string[]): number {
    const program = programName(words[0]);
    const isDaemon = (word: string, at: number) => programName(word) === neuronRtdName && isListenOption(words[at + 1]);
    return program === neuronRtdName ? 0 : naming.test(program) ? -1 : words.findIndex(isDaemon);
}

/** Whether a word is the daemon's option that names its socket, perhaps with the address joined to it. */
export function isListenOption(word: Known<string> | undefined): word is string {
    return typeof word === "string" && word.startsWith(neuronRtdListenOption);
}
