import { neuronRtdListenOption, neuronRtdName } from "./neuron-rtd";

/** Words of a shell after which a command begins, and commands that run another one. */
const beforeCommands = new Set([
    "then",
    "do",
    "else",
    "elif",
    "if",
    "while",
    "until",
    "!",
    "exec",
    "nohup",
    "sudo",
    "env",
    "command",
    "time",
]);

const shellTokens = /\n|[;&|(){}]|[^\s;&|(){}]+/g;

export function isDaemon(word: string): boolean {
    return word === neuronRtdName || word.endsWith(`/${neuronRtdName}`);
}

export function isListenOption(word: string | undefined): boolean {
    return word?.startsWith(neuronRtdListenOption) ?? false;
}

/** Whether a shell line runs the daemon: as a command, or with its option, behind whatever runs it. */
function lineRunsNeuronRtd(line: string): boolean {
    if (!line.includes(neuronRtdName) && !/["']/.test(line)) {
        return false;
    }
    const tokens = Array.from(line.matchAll(shellTokens), ([token]) => token);
    let begins = true;
    for (const [index, token] of tokens.entries()) {
        const separates = /[\n;&|(){}]/.test(token);
        if (isDaemon(unquoted(token)) && (begins || isListenOption(tokens[index + 1]))) {
            return true;
        }
        begins = separates || (begins && (beforeCommands.has(token) || /^\w+=/.test(token)));
    }
    return false;
}

/** Whether a container's command line, its entry point and then its command, runs the `neuron-rtd` daemon. */
export function runsNeuronRtd(argv: readonly string[]): boolean {
    // Behind an entry point that runs what follows, the daemon is a word of its own.
    return argv.some((word, index) =>
        isLine(argv, index) ? lineRunsNeuronRtd(word) : isDaemon(word) && isListenOption(argv[index + 1]),
    );
}

/** Whether a word of a command line may be a shell line: the first one, and what follows a shell's `-c`. */
export function isLine(argv: readonly string[], index: number): boolean {
    const before = argv[index - 1];
    return before === undefined || /^-\w*c$/.test(before);
}

/** A word as the shell reads it. */
export function unquoted(word: string): string {
    return word.replace(/["']/g, "");
}
