import {
    cpuUnitsPerVcpu,
    isKnownNeuronType,
    mostRegisteredMiB,
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
        memoryMiB: mostRegisteredMiB(instance),
        cpuUnits: instance.vCpus * cpuUnitsPerVcpu,
        chips: instance.chips,
    };
}

/** The type that offers least; undefined where there is none, or it is not known what one offers. */
export function leastOffering(types: readonly string[], what: keyof Offer): NeuronInstanceType | undefined {
    return byOffer(types, what)?.[0];
}

/** The type that offers most; undefined likewise. */
export function mostOffering(types: readonly string[], what: keyof Offer): NeuronInstanceType | undefined {
    return byOffer(types, what)?.at(-1);
}

function byOffer(types: readonly string[], what: keyof Offer): readonly NeuronInstanceType[] | undefined {
    return types.every(isKnownNeuronType)
        ? [...types].sort((one, other) => offerOf(one)[what] - offerOf(other)[what])
        : undefined;
}
