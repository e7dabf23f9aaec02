import { cpuUnitsPerVcpu, mostRegisteredMiB, neuronInstances, type NeuronInstanceType } from "../../contract";

/** What an instance offers to the tasks on it. */
export interface Offer {
    /** MiB above which it registers none with ECS. */
    readonly memoryMiB: number;
    readonly cpuUnits: number;
}

export function offerOf(type: NeuronInstanceType): Offer {
    const instance = neuronInstances[type];
    return { memoryMiB: mostRegisteredMiB(instance), cpuUnits: instance.vCpus * cpuUnitsPerVcpu };
}

/** The type that offers least; undefined where there is none. */
export function leastOffering<T extends NeuronInstanceType>(types: readonly T[], what: keyof Offer): T | undefined {
    return byOffer(types, what)[0];
}

/** The type that offers most; undefined where there is none. */
export function mostOffering<T extends NeuronInstanceType>(types: readonly T[], what: keyof Offer): T | undefined {
    return byOffer(types, what).at(-1);
}

function byOffer<T extends NeuronInstanceType>(types: readonly T[], what: keyof Offer): readonly T[] {
    return [...types].sort((one, other) => offerOf(one)[what] - offerOf(other)[what]);
}
