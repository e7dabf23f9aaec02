import { daemonCommandsAlone } from "../shell/daemon-command";
import { HOLE } from "../shell/words";
import { UNKNOWN, type Known } from "../known";
import { memo } from "../memo";
import { argumentsOf } from "./command-line";
import type { Container } from "./task-definition";

/**
 * What a container does, as far as its command line tells: serving or training needs a chip, and compiling none; what
 * watches opens devices to read their counters, and takes no core.
 */
export type Work = "serves" | "compiles" | "watches";

/**
 * Command lines that tell, each as its program and its arguments.
 *
 * Sources: AWS Neuron documentation, Neuron tools (neuron-monitor, neuron-top, neuron-ls), compiler command line
 * reference (neuronx-cc, neuron-cc), TensorFlow Model Server for Neuron; vLLM documentation, AWS Neuron; Hugging Face
 * Optimum Neuron, command line (export, serve).
 */
const tools: readonly (readonly [RegExp, Known<Work>])[] = [
    [/^(?:neuron-(?:monitor|top|ls)\b|(?:neuron-)?node-problem-detector\b|node[-_]exporter\b)/, "watches"],
    [/^python[\d.]* (?:-\S+ )*\S*neuron-monitor-\w+\.py\b/, "watches"],
    [/^(?:start-)?amazon-cloudwatch-agent\b/, "watches"],
    [/^neuronx?-cc\b/, "compiles"],
    // What it runs takes a chip, or none where the target is told.
    [/^neuron_parallel_compile\b/, UNKNOWN],
    [/^optimum-cli export neuronx?\b/, "compiles"],
    [/^python[\d.]* (?:-\S+ )*optimum\.exporters\.neuron\b/, "compiles"],
    [/^python[\d.]* (?:-\S+ )*(?:\S*\/)?(?:compile|export|trace)(?:[_-][\w-]*)?\.py\b/, "compiles"],
    [/^tensorflow[-_]model[-_]server[-_]neuronx?\b/, "serves"],
    [/^optimum-cli neuronx? serve\b/, "serves"],
    [/^(?:vllm|python[\d.]* (?:-\S+ )*vllm\.).* --device[ =]neuron\b/, "serves"],
];

/** Programs that say nothing of what a container does, before or behind the one that does. */
const neutral =
    /^(?:set|export|cd|source|\.|:|true|echo|printf|sleep|mkdir|cp|mv|rm|chmod|test|\[|tee|aws|pip3?|apt-get)$/;

/** What a container's command line says that it does; undefined where it does not tell, unknown where it may. */
export const workOf = memo((container: Container): Known<Work | undefined> => {
    const { entryPoint, command } = container;
    if (entryPoint === UNKNOWN || command === UNKNOWN) {
        return UNKNOWN;
    }
    const known = argumentsOf(container);
    const argv =
        known === UNKNOWN ? [...entryPoint, ...command].map((word) => (word === UNKNOWN ? HOLE : word)) : known;
    const { daemons, others, unread } = daemonCommandsAlone(argv);
    const works = others.map((words) => workOfCommand(words, argv.includes(HOLE))).filter((work) => work !== "neutral");
    const [first] = works;
    if (works.includes("serves")) {
        return "serves";
    }
    if (daemons.length > 0 || works.includes(undefined)) {
        return undefined;
    }
    return works.includes(UNKNOWN) || unread !== undefined ? UNKNOWN : first;
});

/** Tools whose arguments tell what they do. */
const toldByArguments = /^(?:python[\d.]*|vllm|optimum-cli)$/;

function workOfCommand(words: readonly Known<string>[], isPartlyKnown: boolean): Known<Work | "neutral" | undefined> {
    const [program, ...rest] = words.map((word) => (word === UNKNOWN ? HOLE : word));
    const name = program?.slice(program.lastIndexOf("/") + 1) ?? "";
    const line = [name, ...rest].join(" ");
    const work = tools.find(([pattern]) => pattern.test(line))?.[1];
    const isTold = !line.includes(HOLE) || !toldByArguments.test(name);
    const isUndecided = isPartlyKnown && (name.includes(HOLE) || !isTold || /^(?:(?:ba|da|a)?sh|eval)$/.test(line));
    return work ?? (isUndecided ? UNKNOWN : name === "" || neutral.test(name) ? "neutral" : undefined);
}
