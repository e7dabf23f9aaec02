import { neuronRtdListenOption, socketPath } from "../../contract";
import { isDaemon, isLine, isListenOption, unquoted } from "../../contract/daemon-command";

/** Where a command of a shell line begins or ends; `2>&1` belongs to it. */
const commandEnd = /[\n;|()]|(?<!>)&/;

/**
 * The address on which a command line makes the daemon listen; undefined when it does not say. The options of other
 * commands are none of the daemon's: they may be secrets.
 */
export function listenAddress(argv: readonly string[]): string | undefined {
    const lines = argv.filter((_, index) => isLine(argv, index));
    const commands = [argv, ...lines.flatMap((line) => line.split(commandEnd).map(wordsOf))];
    const ofDaemon = commands.filter((words) => words.some(isDaemon));
    if (ofDaemon.length > 0) {
        return ofDaemon
            .map((words) => optionValue(words.slice(words.findIndex(isDaemon))))
            .find((address) => address !== undefined);
    }
    // The image's entry point is the daemon, or runs it; of another program's options, only a socket can be meant for
    // it.
    const given = optionValue(argv);
    return given !== undefined && socketPath(given) !== undefined ? given : undefined;
}

/** The value of the daemon's option among words: the next word, or what is joined to it. */
function optionValue(words: readonly string[]): string | undefined {
    const at = words.indexOf(neuronRtdListenOption);
    const joined = words
        .filter(isListenOption)
        .map((word) => word.slice(neuronRtdListenOption.length).replace(/^=/, ""));
    return at === -1 ? joined.find((value) => value !== "") : words[at + 1];
}

function wordsOf(command: string): readonly string[] {
    return command.split(/\s+/).map(unquoted);
}
