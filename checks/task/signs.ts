import { withoutDigest, withoutRegistry } from "../../contract/image";

/**
 * What gives a container away as part of a Neuron task, although nothing in ECS says so.
 */

const neuronWord = /(?:^|[^a-z])(?:neuronx?|inferentia)(?:[^a-z]|$)/i;

/** Whether an image is named for Neuron or Inferentia, in its repository or its tag. */
export function isNeuronImage(image: string): boolean {
    return neuronWord.test(withoutRegistry(withoutDigest(image)));
}

/** Whether an environment variable belongs to one of the Neuron runtimes. */
export function isNeuronVariable(name: string): boolean {
    return /^(?:AWS_NEURON_|NEURON_RTD_|NEURON_RT_|NEURONCORE_)/.test(name);
}

/** Whether a path of an instance is a Neuron device. */
export function isNeuronDevice(path: string): boolean {
    return /^\/dev\/neuron\d*$/.test(path);
}
