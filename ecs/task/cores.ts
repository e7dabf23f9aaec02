import {
    coresOfLogicalCore,
    isKnownNeuronType,
    type NeuronChip,
    neuronCoresOf,
    neuronDeviceIndex,
    neuronEnvironment,
    neuronInstances,
} from "../../contract";
import { memo } from "../memo";
import { setting, variable, type KnownVariable } from "./environment";
import { known } from "../known";
import type { Container } from "./task-definition";

/** The NeuronCores to which a container restricts itself; undefined where it takes all of its devices. */
export interface Cores {
    /** How many it takes. */
    readonly count: number;
    /** Which ones, where it names them. */
    readonly indexes: readonly number[] | undefined;
    /** The variable that says so. */
    readonly setting: KnownVariable;
}

/** More than any instance has: a longer list is none. */
const maxListed = 1024;

/** @throws Undecided while the variables are not known */
export const coresOf = memo((container: Container): Cores | undefined => {
    for (const [name, read] of readers) {
        const found = setting(container, name);
        if (found !== undefined) {
            const cores = read(found.value);
            return cores && { ...cores, setting: found };
        }
    }
    return undefined;
});

type Read = (value: string) => Pick<Cores, "count" | "indexes"> | undefined;

/** How the value of each variable is read; the first that is set counts. */
const readers: readonly [name: string, read: Read][] = [
    [neuronEnvironment.visibleCores, readCoreList],
    [neuronEnvironment.numCores, readNumber],
];

/** `0,2-3` as indexes; undefined for what is no such list. */
export function readCoreList(list: string): ReturnType<Read> {
    const indexes = new Set<number>();
    for (const part of list.split(",")) {
        const range = /^\s*(\d{1,4})(?:-(\d{1,4}))?\s*$/.exec(part);
        if (range === null) {
            return undefined;
        }
        const [first, last] = [Number(range[1]), Number(range[2] ?? range[1])];
        if (last - first >= maxListed) {
            return undefined;
        }
        for (let index = first; index <= last; index++) {
            indexes.add(index);
        }
    }
    return { count: indexes.size, indexes: [...indexes] };
}

function readNumber(number: string): ReturnType<Read> {
    return /^\d{1,4}$/.test(number) ? { count: Number(number), indexes: undefined } : undefined;
}

/** The indexes of the Neuron devices that a container maps. @throws Undecided */
export const mappedDevices = memo((container: Container): readonly number[] => {
    const path = [...container.path, "linuxParameters", "devices"];
    const indexes = known(container.devices, path).map(({ hostPath }) => neuronDeviceIndex(known(hostPath, path)));
    return [...new Set(indexes.filter((index) => index !== undefined))];
});

/**
 * The most NeuronCores that devices have for containers: on some chips several are one logical core. @throws Undecided
 *
 * @param types the instance types on which they may be; undefined for any
 */
export function maxCores(
    devices: readonly number[],
    types: readonly string[] | undefined,
    containers: readonly Container[],
): number {
    const isTold = types !== undefined && types.length > 0 && types.every(isKnownNeuronType);
    const chips = new Set(isTold ? types.map((type) => neuronInstances[type].chip) : []);
    const cores = [...chips].map((chip) => logicalCores(chip, containers));
    return devices.length * (isTold ? Math.max(...cores) : maxCoresOfDevice);
}

/** Cores that a container takes of its devices, which do not have them. */
export interface MissingCores {
    readonly setting: KnownVariable;
    /** How many devices it maps. */
    readonly devices: number;
    /** The most cores that they have. */
    readonly available: number;
}

/** The cores that a container takes beyond those of its devices; none where it maps no device. @throws Undecided */
export function missingCores(container: Container, types: readonly string[] | undefined): MissingCores | undefined {
    const cores = coresOf(container);
    const devices = cores === undefined ? [] : mappedDevices(container);
    if (cores === undefined || devices.length === 0) {
        return undefined;
    }
    const available = maxCores(devices, types, [container]);
    const needed = startAtZero(devices)
        ? Math.max(cores.count, ...(cores.indexes ?? []).map((core) => core + 1))
        : cores.count;
    return needed > available ? { setting: cores.setting, devices: devices.length, available } : undefined;
}

/**
 * Whether devices are the first ones of the instance. Only then is it certain which core an index names: it is not
 * documented whether a container that maps other devices counts from the first core of these.
 */
export function startAtZero(devices: readonly number[]): boolean {
    return Math.max(...devices) === devices.length - 1;
}

function takesEachCore(container: Container): boolean {
    return variable(container, neuronEnvironment.logicalCore) === "1";
}

function logicalCores(chip: NeuronChip, containers: readonly Container[]): number {
    const joined = coresOfLogicalCore[chip];
    const splits = joined !== undefined && containers.some(takesEachCore);
    return neuronCoresOf[chip] / (splits ? 1 : (joined ?? 1));
}

/** The most cores that any device has. */
export const maxCoresOfDevice = Math.max(...Object.values(neuronCoresOf));
