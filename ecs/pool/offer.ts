import {
    cpuUnitsPerVcpu,
    isKnownNeuronType,
    leastRegisteredMiB,
    maxRegisteredMiB,
    neuronInstances,
    type NeuronInstanceType,
} from "../../contract";

/** What an instance offers to the tasks on it. */
export interface Offer {
    /** MiB above which it registers none with ECS. */
    readonly memoryMiB: number;
    readonly cpuUnits: number;
    /** Chips, each one Neuron device. */
    readonly chips: number;
}

export function offerOf(type: NeuronInstanceType): Offer {
    const instance = neuronInstances[type];
    return {
        memoryMiB: maxRegisteredMiB(instance),
        cpuUnits: instance.vCpus * cpuUnitsPerVcpu,
        chips: instance.chips,
    };
}

/** What a task reserves of an instance. */
export interface Reservation {
    readonly memoryMiB: number;
    readonly cpuUnits: number;
}

/**
 * What a task reserves that takes whole instances, whichever of the types it gets: what each of them surely has, less
 * what is left for others.
 */
export function wholeInstance(types: readonly NeuronInstanceType[], left: Reservation): Reservation {
    const least = (amounts: readonly number[]) => Math.min(...amounts);
    return {
        memoryMiB: least(types.map((type) => leastRegisteredMiB(neuronInstances[type]))) - left.memoryMiB,
        cpuUnits: least(types.map((type) => offerOf(type).cpuUnits)) - left.cpuUnits,
    };
}

/** Whether an instance may hold what two tasks reserve. */
export function holdsBoth(type: NeuronInstanceType, one: Reservation, other: Reservation): boolean {
    const { memoryMiB, cpuUnits } = offerOf(type);
    return one.memoryMiB + other.memoryMiB <= memoryMiB && one.cpuUnits + other.cpuUnits <= cpuUnits;
}

/** The type that offers least; undefined where there is none, or it is not known what one offers. */
export function smallestType(types: readonly string[], what: keyof Offer): NeuronInstanceType | undefined {
    return byOffer(types, what)?.[0];
}

/** The type that offers most; undefined likewise. */
export function largestType(types: readonly string[], what: keyof Offer): NeuronInstanceType | undefined {
    return byOffer(types, what)?.at(-1);
}

function byOffer(types: readonly string[], what: keyof Offer): readonly NeuronInstanceType[] | undefined {
    return types.every(isKnownNeuronType)
        ? [...types].sort((one, other) => offerOf(one)[what] - offerOf(other)[what])
        : undefined;
}
