import { neuronRtdName } from "./neuron-rtd";

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

const daemonInCommandPlace = new RegExp(String.raw`(?:^|[;&|(]|\b(?:exec|sudo|nohup)\s)\s*(?:[\w./-]*/)?${neuronRtdName}(?=$|[\s;&|)])`);

/** The shell lines and programs of a command line: its first word, and what follows a shell's `-c`. */
function programs(argv: readonly string[]): readonly string[] {
    return argv.filter((_, index) => index === 0 || /^-\w*c$/.test(argv[index - 1] ?? ""));
}

/** Whether a container's command line runs the `neuron-rtd` daemon. */
export function runsNeuronRtd(argv: readonly string[]): boolean {
    return programs(argv).some((program) => daemonInCommandPlace.test(program));
}

/** The address on which a command line makes the daemon listen; undefined when it does not say. */
export function listenAddress(argv: readonly string[]): string | undefined {
    const words = argv.flatMap((part) => part.split(/\s+/)).map(unquoted);
    const daemon = words.findIndex((word) => word === neuronRtdName || word.endsWith(`/${neuronRtdName}`));
    const options = daemon === -1 ? words : words.slice(daemon + 1);
    const at = options.indexOf("-g");
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
