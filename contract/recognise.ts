import { neuronRtdListenOption, neuronRtdName } from "./neuron-rtd";

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
    return argv.some((word, index) => {
        const isLine = index === 0 || /^-\w*c$/.test(argv[index - 1] ?? "");
        // Behind an entry point that runs what follows, the daemon is a word of its own.
        return isLine ? lineRunsNeuronRtd(word) : isDaemon(word) && isListenOption(argv[index + 1]);
    });
}

/** The address on which a command line makes the daemon listen; undefined when it does not say. */
export function listenAddress(argv: readonly string[]): string | undefined {
    const words = argv.flatMap((part) => part.split(/\s+/)).map(unquoted);
    const daemon = words.findIndex(isDaemon);
    const options = daemon === -1 ? words : words.slice(daemon + 1);
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
