import { neuronRtdName } from "./neuron-rtd";

/** The parts of an image's name, as Docker reads it. */

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

export function withoutDigest(image: string): string {
    const at = image.indexOf("@");
    return at === -1 ? image : image.slice(0, at);
}

/** Docker takes what stands before the first slash for a registry when it looks like a host. */
function withoutRegistry(image: string): string {
    const slash = image.indexOf("/");
    return /[.:]|^localhost$/.test(image.slice(0, slash)) ? image.slice(slash + 1) : image;
}

/** The last part of an image's repository: `neuron-rtd`, in whatever registry and below whatever prefix. */
export function imageBaseName(image: string): string {
    const repository = imageRepository(image);
    return repository.slice(repository.lastIndexOf("/") + 1);
}

/** Whether the last part of an image's repository is `neuron-rtd`. */
export function isNeuronRtdImage(image: string): boolean {
    return imageBaseName(image) === neuronRtdName;
}
