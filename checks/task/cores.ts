import {
    isKnownNeuronType,
    NeuronChip,
    neuronCoresOf,
    neuronDeviceIndex,
    neuronEnvironment,
    neuronInstances,
} from "../../contract";
import { fact } from "../facts";
import { variable } from "./environment";
import { known } from "../known";
import type { Container } from "./task-definition";

/** The NeuronCores to which a container restricts itself; undefined where it takes all of its devices. */
export interface Cores {
    /** How many it takes. */
    readonly count: number;
    /** Which ones, where it names them. */
    readonly indexes: readonly number[] | undefined;
    /** The variable that says so, and its value. */
    readonly name: string;
    readonly value: string;
}

/** More than any instance has: a longer list is none. */
const mostListed = 1024;

/** @throws Undecided while the variables are not known */
export const coresOf = fact((container: Container): Cores | undefined => {
    const { visibleCores, numCores } = neuronEnvironment;
    const list = variable(container, visibleCores);
    if (list !== undefined) {
        const indexes = coreIndexes(list);
        return indexes && { count: indexes.length, indexes, name: visibleCores, value: list };
    }
    const number = variable(container, numCores);
    return number !== undefined && /^\d{1,4}$/.test(number)
        ? { count: Number(number), indexes: undefined, name: numCores, value: number }
        : undefined;
});

/** `0,2-3` as indexes; undefined for what is no such list. */
function coreIndexes(list: string): readonly number[] | undefined {
    const indexes = new Set<number>();
    for (const part of list.split(",")) {
        const [, first, last = first] = /^\s*(\d{1,4})(?:-(\d{1,4}))?\s*$/.exec(part) ?? [];
        if (first === undefined || Number(last) - Number(first) >= mostListed) {
            return undefined;
        }
        for (let index = Number(first); index <= Number(last); index++) {
            indexes.add(index);
        }
    }
    return [...indexes];
}

/** The indexes of the Neuron devices that a container maps. @throws Undecided */
export const mappedDevices = fact((container: Container): readonly number[] => {
    const path = `${container.path}.linuxParameters.devices`;
    const indexes = known(container.devices, path).map(({ hostPath }) => neuronDeviceIndex(known(hostPath, path)));
    return [...new Set(indexes.filter((index) => index !== undefined))];
});

/** The most NeuronCores that devices have. @param types the instance types on which they may be; undefined for any */
export function mostCores(devices: readonly number[], types: readonly string[] | undefined): number {
    const given = types ?? [];
    const isTold = given.length > 0 && given.every(isKnownNeuronType);
    const chips = isTold ? given.map((type) => neuronInstances[type].chip) : Object.values(NeuronChip);
    return devices.length * Math.max(...chips.map((chip) => neuronCoresOf[chip]));
}
