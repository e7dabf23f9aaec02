import { neuronRtdDefaultAddress, neuronRtdListenOption, socketPath } from "../../contract";
import { daemonCommands, isListenOption } from "../shell/daemon-command";
import type { Environment } from "../shell/words";
import { UNKNOWN, type Known } from "../known";

/** Options of the daemon with which a file says where it listens. */
const configuring = /^(?:-c|-i|--config|--grpc)/;

/**
 * The address on which a command line makes the daemon listen: its default, where the daemon gets no option that says
 * another; undefined where the command line does not say. The options of other programs are none of the daemon's: they
 * may be secrets.
 */
export function listenAddress(argv: readonly string[], environment: Environment): Known<string> | undefined {
    const { daemons, others, unread } = daemonCommands(argv, environment);
    if (unread !== undefined) {
        return UNKNOWN;
    }
    if (daemons.length === 0) {
        // The image's entry point is the daemon, or runs it; of another program's options, only a socket can be meant
        // for it.
        const given = others.map(optionValue).find((address) => address !== undefined);
        return given === UNKNOWN || (given !== undefined && socketPath(given) !== undefined) ? given : undefined;
    }
    const addresses = daemons.map(optionValue).filter((address) => address !== undefined);
    const told = new Set(addresses.length > 0 ? addresses : daemons.map(withoutOption));
    const [address, ...further] = told;
    // Which of several it is, only the run tells.
    return told.has(UNKNOWN) ? UNKNOWN : further.length > 0 || address === "" ? undefined : address;
}

function withoutOption(words: readonly Known<string>[]): Known<string> {
    const mayBeGiven = words.some((word) => word === UNKNOWN || configuring.test(word) || isListenOption(word));
    return mayBeGiven ? UNKNOWN : neuronRtdDefaultAddress;
}

interface Option {
    readonly word: string;
    readonly next: Known<string> | undefined;
}

/** The value of the daemon's option among words: the next word, or what is joined to it; the last one counts. */
function optionValue(words: readonly Known<string>[]): Known<string> | undefined {
    const options = words.flatMap((word, index): readonly Option[] =>
        isListenOption(word) ? [{ word, next: words[index + 1] }] : [],
    );
    const last = options.at(-1);
    if (last === undefined) {
        return undefined;
    }
    const { word, next } = last;
    return word === neuronRtdListenOption ? next : word.slice(neuronRtdListenOption.length).replace(/^=/, "");
}
