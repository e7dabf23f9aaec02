/**
 * AWS's own Neuron images, and what their names say. An image of somebody else may have any name.
 *
 * Sources: aws/deep-learning-containers, available images; aws-neuron/deep-learning-containers, README.
 */
import { deepLearningContainersAccounts } from "./deep-learning-containers";
import { readEcrImage } from "./ecr-image";
import { imageRepository, withoutDigest } from "./image";
import { neuronRtdImageAccount, neuronRtdName } from "./neuron-rtd";

/** AWS's Neuron repositories in the public gallery. */
export const neuronPublicRegistry = "public.ecr.aws/neuron/";

/**
 * The software in an image: the daemon, the frameworks for Inf1 (`-neuron`), or those for what came after (`-neuronx`).
 */
export type NeuronSoftware = "neuron-rtd" | "neuron" | "neuronx";

/** Frameworks whose images serve other chips, or other SDKs, than the rest of their software. */
export type NeuronFramework = "tensorflow" | "vllm";

/** A major and a minor version, such as that of a Neuron SDK: `[2, 20]`. */
export type Version = readonly [major: number, minor: number];

/** What the name of one of AWS's Neuron images says. */
export interface NeuronImage {
    readonly software: NeuronSoftware;
    readonly framework?: NeuronFramework;
    /** That of the framework; undefined where the tag names none. */
    readonly version?: Version | undefined;
    /** Undefined where the tag names none. */
    readonly sdk: Version | undefined;
}

/** What an image's name says of its Neuron software; undefined when it is none of AWS's, or does not say. */
export function readNeuronImage(image: string): NeuronImage | undefined {
    const account = readEcrImage(image)?.account;
    const repository = imageRepository(image);
    if (account === neuronRtdImageAccount && repository === neuronRtdName) {
        return { software: "neuron-rtd", sdk: undefined };
    }
    if (
        !image.startsWith(neuronPublicRegistry) &&
        (account === undefined || !deepLearningContainersAccounts.includes(account))
    ) {
        return undefined;
    }
    const tag = withoutDigest(image).slice(image.indexOf(repository) + repository.length + 1);
    const software = softwareIn(repository, tag);
    const framework = software === "neuronx" ? frameworkIn(repository) : undefined;
    return (
        software && {
            software,
            ...(framework && { framework, version: versionIn(tag, /^(\d{1,3})\.(\d{1,3})(?:\.|-|$)/) }),
            sdk: versionIn(tag, /(?:^|-)sdk(\d{1,3})\.(\d{1,3})(?:\.|-|$)/),
        }
    );
}

function versionIn(tag: string, pattern: RegExp): Version | undefined {
    const [major, minor] = pattern.exec(tag)?.slice(1) ?? [];
    return major === undefined ? undefined : [Number(major), Number(minor)];
}

/** Hugging Face's vLLM is built on other libraries, and is none of the frameworks. */
function frameworkIn(repository: string): NeuronFramework | undefined {
    const name = repository.slice(repository.lastIndexOf("/") + 1);
    return name === "pytorch-inference-vllm-neuronx"
        ? "vllm"
        : name.startsWith("tensorflow-")
          ? "tensorflow"
          : undefined;
}

/** Training images called `-neuron`, of the first SDKs for Trn1, are left out: the same name would mean Inf1. */
function softwareIn(repository: string, tag: string): NeuronSoftware | undefined {
    if (repository.endsWith("-inference-neuron")) {
        return "neuron";
    }
    // The Deep Java Library's repository has images for other accelerators too.
    return repository.endsWith("-neuronx") || /(?:^|-)neuronx(?:-|$)/.test(tag) ? "neuronx" : undefined;
}
