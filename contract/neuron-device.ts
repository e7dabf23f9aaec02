/** The devices of Neuron chips on an instance, as the driver names them. */

/**
 * Whether a path of an instance is meant for a Neuron device, be it one that is never there: Docker takes one path for
 * each device, and no pattern (aws-neuron-sdk#482; AWS Neuron documentation, build-run-neuron-container).
 */
export function isNeuronDevice(path: string): boolean {
    return /^\/dev\/neuron(?:ALL|all|_\d+|\d+ *,.*|[\dN*?#{}[\],.-]{0,16})$/s.test(path);
}

/** The index of a Neuron device by its path: 3 for `/dev/neuron3`; undefined for a path that the driver never makes. */
export function neuronDeviceIndex(path: string): number | undefined {
    const digits = /^\/dev\/neuron(0|[1-9]\d*)$/.exec(path)?.[1];
    return digits === undefined ? undefined : Number(digits);
}

/** The path of a Neuron device: the inverse of {@link neuronDeviceIndex}. */
export function neuronDevicePath(index: number): string {
    return `/dev/neuron${index}`;
}
