import { neuronRtdListenOption, neuronRtdName, socketPath } from "./neuron-rtd";

/**
 * What gives a container away as part of a Neuron task, although nothing in ECS says so.
 */

const neuronWord = /(?:^|[^a-z])(?:neuronx?|inferentia)(?:[^a-z]|$)/i;

/** The repository of an image: its name without registry, tag and digest. */
export function imageRepository(image: string): string {
    return withoutRegistry(imageName(image));
}

/** An image's repository with its registry, without tag and digest. */
export function imageName(image: string): string {
    const undigested = withoutDigest(image);
    // A regular expression that looks for the tag at the end takes time that grows with the square of the image's
    // length.
    const colon = undigested.lastIndexOf(":");
    return colon > undigested.lastIndexOf("/") ? undigested.slice(0, colon) : undigested;
}

/** Whether an image is named for Neuron or Inferentia, in its repository or its tag. */
export function isNeuronImage(image: string): boolean {
    return neuronWord.test(withoutRegistry(withoutDigest(image)));
}

function withoutDigest(image: string): string {
    return image.replace(/@.*/s, "");
}

/** Docker takes what stands before the first slash for a registry when it looks like a host. */
function withoutRegistry(image: string): string {
    const slash = image.indexOf("/");
    return /[.:]|^localhost$/.test(image.slice(0, slash)) ? image.slice(slash + 1) : image;
}

/** Whether an image's repository is `neuron-rtd`, in whatever registry and below whatever prefix. */
export function isNeuronRtdImage(image: string): boolean {
    return imageRepository(image).split("/").at(-1) === neuronRtdName;
}

/** Whether an environment variable belongs to one of the Neuron runtimes. */
export function isNeuronVariable(name: string): boolean {
    return /^(?:AWS_NEURON_|NEURON_RTD_|NEURON_RT_|NEURONCORE_)/.test(name);
}

/** Whether a path of an instance is a Neuron device. */
export function isNeuronDevice(path: string): boolean {
    return /^\/dev\/neuron\d*$/.test(path);
}

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

function isDaemon(word: string): boolean {
    return word === neuronRtdName || word.endsWith(`/${neuronRtdName}`);
}

function isListenOption(word: string | undefined): boolean {
    return word?.startsWith(neuronRtdListenOption) ?? false;
}

/** Whether a shell line runs the daemon: as a command, or with its option, behind whatever runs it. */
function lineRunsNeuronRtd(line: string): boolean {
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
function isLine(argv: readonly string[], index: number): boolean {
    const before = argv[index - 1];
    return before === undefined || /^-\w*c$/.test(before);
}

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

/** A word as the shell reads it. */
function unquoted(word: string): string {
    return word.replace(/["']/g, "");
}
