import { isNeuronRtdImage } from "../../contract";
import { imageBaseName, imageName, imageRepository } from "../../contract/image";
import { neuronPublicRegistry, readNeuronImage } from "../../contract/neuron-image";

/**
 * What gives a container away as part of a Neuron task, although nothing in ECS says so. A word that merely contains
 * "neuron" is no sign: a tag is one only in AWS's own registries, and a repository only where it names an image of the
 * Neuron SDK itself.
 *
 * Source: AWS Neuron documentation, Neuron Deep Learning Containers; public.ecr.aws/neuron.
 */

/** `pytorch-inference-neuronx` and its like, in whatever registry: teams mirror them. */
const sdkRepository = /^(?:[a-z0-9]+-)*(?:inference|training)(?:-[a-z0-9]+)*-neuronx?$/i;

/** What watches instances with Neuron devices, and runs no model. */
const monitors: ReadonlySet<string> = new Set([
    "node-problem-detector",
    "neuron-node-problem-detector",
    "neuron-node-recovery",
    "neuron-monitor",
]);

const neuronWord = /(?:^|[^a-z])(?:neuronx?|inferentia)(?:[^a-z]|$)/i;

/** Whether an image watches instances, as the Neuron node problem detector and its recovery do. */
export function isMonitorImage(image: string): boolean {
    const name = imageBaseName(image);
    return monitors.has(name) || name.startsWith("neuron-monitor-");
}

/**
 * Whether an image is one of the Neuron SDK's own that serve or train. AWS's say so in their tag where the repository
 * is shared with images for other accelerators.
 */
export function isSdkImage(image: string): boolean {
    const isSdk =
        sdkRepository.test(imageBaseName(image)) ||
        imageName(image).startsWith(neuronPublicRegistry) ||
        readNeuronImage(image) !== undefined;
    return isSdk && !isMonitorImage(image) && !isNeuronRtdImage(image);
}

/** Whether an image's repository is named for Neuron: a sign only beside another one. */
export function isNamedForNeuron(image: string): boolean {
    return neuronWord.test(imageRepository(image));
}

/** Whether an image says that its framework uses the runtime library, as every `…-neuronx` does. */
export function isNeuronxImage(image: string): boolean {
    return /-neuronx$/i.test(imageBaseName(image)) || readNeuronImage(image)?.software === "neuronx";
}

/** Whether an environment variable belongs to one of the Neuron runtimes. */
export function isNeuronVariable(name: string): boolean {
    return /^(?:AWS_NEURON_|NEURON_RTD_|NEURON_RT_|NEURONCORE_)/.test(name);
}

/** Whether an environment variable is the runtime library's. */
export function isLibnrtVariable(name: string): boolean {
    return name.startsWith("NEURON_RT_");
}

/** The type of a resource requirement that makes ECS assign the devices. */
export const neuronDeviceRequirement = "NeuronDevice";

/** Whether the type of a resource requirement means Neuron, in whatever spelling. */
export function isNeuronRequirement(type: string): boolean {
    return /^neuron/i.test(type);
}
