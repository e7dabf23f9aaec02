import { maxInferentiaChips } from "./instance-types";
import { describeChips, neuronInstances, type NeuronInstanceType } from "./neuron-instances";

/** The value of `AWS_NEURON_VISIBLE_DEVICES` that shows every Inferentia chip of the instance. */
export const allDevices = "ALL";

/** Every chip of the instance, or the indexes of some, ascending and without a gap. */
export type VisibleDevices = typeof allDevices | readonly number[];

/** Longer than the list of all devices of the largest size, so that no message grows with its input. */
const maxCharacters = 100;

/** A parsed list, or every reason why the text is none. */
export type ParsedVisibleDevices = { readonly devices: VisibleDevices } | { readonly problems: readonly string[] };

const deviceList = "a contiguous ascending list of device indexes such as 0 or 0,1";
export const visibleDevicesRequirement = `${allDevices}, or ${deviceList}`;

/**
 * Reads a value of `AWS_NEURON_VISIBLE_DEVICES`.
 *
 * The grammar is `ALL`, or decimal indexes joined by commas: no sign, no leading zero, no blank, each one greater
 * than the one before ("The specified devices must always be contiguous", Amazon ECS Developer Guide, inference).
 */
export function parseVisibleDevices(value: string): ParsedVisibleDevices {
    if (value === allDevices) {
        return { devices: allDevices };
    }
    if (value === "") {
        return { problems: ["the list is empty"] };
    }
    if (value.length > maxCharacters) {
        return { problems: [`the text has more than ${maxCharacters} characters, and so is no list of devices`] };
    }
    const items = value.split(",");
    const malformed = items.flatMap((item, position) => itemProblems(item, position + 1));
    if (malformed.length > 0) {
        return { problems: malformed };
    }
    const devices = items.map(Number);
    const sequence = sequenceProblems(devices);
    return sequence.length > 0 ? { problems: sequence } : { devices };
}

/** Writes devices as `AWS_NEURON_VISIBLE_DEVICES` takes them; the inverse of {@link parseVisibleDevices}. */
export function formatVisibleDevices(devices: VisibleDevices): string {
    return devices === allDevices ? allDevices : devices.join(",");
}

/**
 * Everything that is wrong with a value of `AWS_NEURON_VISIBLE_DEVICES`, in words; empty when it is right.
 *
 * @param instanceType bounds the indexes by that size's chips; without it, by those of the largest Inf1 size.
 */
export function visibleDevicesProblems(value: string, instanceType?: NeuronInstanceType): readonly string[] {
    const parsed = parseVisibleDevices(value);
    if ("problems" in parsed) {
        return parsed.problems;
    }
    if (parsed.devices === allDevices) {
        return [];
    }
    const chips = instanceType === undefined ? maxInferentiaChips : neuronInstances[instanceType].chips;
    const holder =
        instanceType === undefined
            ? `the largest Inf1 size has ${chips} chips`
            : `${instanceType} has ${describeChips(instanceType)}`;
    return parsed.devices
        .filter((device) => device >= chips)
        .map((device) => `device ${device} does not exist: ${holder}`);
}

function itemProblems(item: string, position: number): string[] {
    const quoted = JSON.stringify(item);
    if (item === "") {
        return [`item ${position} is empty`];
    }
    if (/\s/.test(item)) {
        return [`item ${position}, ${quoted}, has a blank`];
    }
    if (/^[+-]\d+$/.test(item)) {
        return [`item ${position}, ${quoted}, has a sign`];
    }
    if (/^0\d+$/.test(item)) {
        return [`item ${position}, ${quoted}, has a leading zero`];
    }
    return /^\d+$/.test(item) && Number.isSafeInteger(Number(item))
        ? []
        : [`item ${position}, ${quoted}, is not a device index`];
}

function sequenceProblems(devices: readonly number[]): string[] {
    const seen = new Set<number>();
    const problems: string[] = [];
    devices.forEach((device, index) => {
        const previous = devices[index - 1] ?? device - 1;
        if (seen.has(device)) {
            problems.push(`device ${device} stands twice`);
        } else if (device > previous + 1) {
            problems.push(`there is a gap between ${previous} and ${device}: the list must be contiguous`);
        } else if (device !== previous + 1) {
            problems.push(`device ${device} stands after ${previous}: the list must ascend`);
        }
        seen.add(device);
    });
    return problems;
}
