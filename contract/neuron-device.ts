/** The devices of Neuron chips on an instance, as the driver names them. */

const devicePath = /^\/dev\/neuron(\d*)$/;

/** Whether a path of an instance is a Neuron device. */
export function isNeuronDevice(path: string): boolean {
    return devicePath.test(path);
}

/** The index of a Neuron device by its path: 3 for `/dev/neuron3`; undefined for other paths, and for `/dev/neuron`. */
export function neuronDeviceIndex(path: string): number | undefined {
    const digits = devicePath.exec(path)?.[1];
    return digits === undefined || digits === "" ? undefined : Number(digits);
}

/** The path of a Neuron device: the inverse of {@link neuronDeviceIndex}. */
export function neuronDevicePath(index: number): string {
    return `/dev/neuron${index}`;
}
