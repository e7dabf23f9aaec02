import { neuronRtdListenOption, neuronRtdName, socketPath } from "./neuron-rtd";

/**
 * What gives a container away as part of a Neuron task, although nothing in ECS says so.
 */

const neuronWord = /(?:^|[^a-z])(?:neuronx?|inferentia)(?:[^a-z]|$)/i;

/** The repository of an image: its name without registry, tag and digest. */
export function imageRepository(image: string): string {
    const { named } = parts(image);
    const [first = "", ...rest] = named.split("/");
    const isRegistry = rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
    return isRegistry ? rest.join("/") : named;
}

/** An image's repository with its registry, without tag and digest. */
export function imageName(image: string): string {
    return parts(image).named;
}

/** Whether an image is named for Neuron or Inferentia, in its repository or its tag. */
export function isNeuronImage(image: string): boolean {
    return neuronWord.test(imageRepository(image)) || neuronWord.test(parts(image).tag);
}

/** Regular expressions that look for an image's end take time that grows with the square of its length. */
function parts(image: string): { readonly named: string; readonly tag: string } {
    const [undigested = ""] = image.split("@", 1);
    const colon = undigested.lastIndexOf(":");
    return colon > undigested.lastIndexOf("/") ? { named: undigested.slice(0, colon), tag: undigested.slice(colon + 1) } : { named: undigested, tag: "" };
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
const beforeCommands = new Set(["then", "do", "else", "elif", "if", "while", "until", "!", "exec", "nohup", "sudo", "env", "command", "time"]);

const shellTokens = /\n|[;&|(){}]|[^\s;&|(){}]+/g;

function isDaemon(word: string): boolean {
    return word === neuronRtdName || word.endsWith(`/${neuronRtdName}`);
}

function isListenOption(word: string | undefined): boolean {
    return word?.startsWith(neuronRtdListenOption) ?? false;
}

/** Whether a shell line runs the daemon: as a command, or with its option, behind whatever runs it. */
function lineRunsNeuronRtd(line: string): boolean {
    const tokens = line.match(shellTokens) ?? [];
    let begins = true;
    for (const [index, token] of tokens.entries()) {
        const separates = /^[\n;&|(){}]$/.test(token);
        if (!separates && isDaemon(unquoted(token)) && (begins || isListenOption(tokens[index + 1]))) {
            return true;
        }
        begins = separates || (begins && (beforeCommands.has(token) || /^\w+=/.test(token)));
    }
    return false;
}

/** Whether a container's command line, its entry point and then its command, runs the `neuron-rtd` daemon. */
export function runsNeuronRtd(argv: readonly string[]): boolean {
    // Behind an entry point that runs what follows, the daemon is a word of its own.
    return argv.some((word, index) => (isLine(argv, index) ? lineRunsNeuronRtd(word) : isDaemon(word) && isListenOption(argv[index + 1])));
}

/** Whether a word of a command line may be a shell line: the first one, and what follows a shell's `-c`. */
function isLine(argv: readonly string[], index: number): boolean {
    return index === 0 || /^-\w*c$/.test(argv[index - 1] ?? "");
}

/** Where a command of a shell line begins or ends; `2>&1` belongs to it. */
const commandEnd = /[\n;|()]|(?<!>)&/;

/**
 * The address on which a command line makes the daemon listen; undefined when it does not say. The options of other commands
 * are none of the daemon's: they may be secrets.
 */
export function listenAddress(argv: readonly string[]): string | undefined {
    const ofDaemon = argv.flatMap((word, index) => {
        const commands = isLine(argv, index) ? word.split(commandEnd) : [word];
        return commands.map((command, at) => daemonOptions(command, at === commands.length - 1 ? argv.slice(index + 1) : []));
    });
    const found = ofDaemon.filter((options) => options !== undefined);
    if (found.length > 0) {
        return found.map(optionValue).find((address) => address !== undefined);
    }
    // The image's entry point is the daemon, or runs it; of another program's options, only a socket can be meant for it.
    const given = optionValue(argv);
    return given === undefined || socketPath(given) === undefined ? undefined : given;
}

/** The words after the daemon in a command, with those that follow the command; undefined when the daemon is not in it. */
function daemonOptions(command: string, following: readonly string[]): readonly string[] | undefined {
    const words = command.split(/\s+/).map(unquoted);
    const daemon = words.findIndex(isDaemon);
    return daemon === -1 ? undefined : [...words.slice(daemon + 1), ...following];
}

function optionValue(options: readonly string[]): string | undefined {
    const at = options.indexOf(neuronRtdListenOption);
    return at === -1 ? options.find((word) => /^-g=?[^=\s]/.test(word))?.replace(/^-g=?/, "") : options[at + 1];
}

/** A word of a shell line without its quotes and what ends a command. */
function unquoted(word: string): string {
    let end = word.length;
    while (end > 0 && `"';&|)`.includes(word.charAt(end - 1))) {
        end--;
    }
    return word.slice(/^["']/.test(word) ? 1 : 0, end);
}
