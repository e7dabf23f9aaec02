import {
    leastRegisteredMiB,
    neuronCoresOf,
    neuronInstances,
    type NeuronInstance,
    type NeuronInstanceType,
} from "../contract/neuron-instances";
import { onDemandPrices } from "../contract/on-demand-prices";
import { code, table } from "./markdown";

const { region, date } = onDemandPrices;
const prices: Readonly<Partial<Record<string, number>>> = onDemandPrices.dollarsPerHour;

/** The instances with AWS's chips: what is on them, what they register with ECS, and what an hour costs. */
export function instanceTable(): string {
    const instances = Object.entries(neuronInstances) as [NeuronInstanceType, NeuronInstance][];
    const rows = instances.map(([type, instance]) => {
        const { chip, chips, vCpus, memoryGiB } = instance;
        const price = prices[type];
        return [
            code(type),
            `${chips} × ${chip}`,
            String(chips * neuronCoresOf[chip]),
            String(vCpus),
            String(memoryGiB),
            leastRegisteredMiB(instance).toLocaleString("en-US"),
            price === undefined ? "" : price.toFixed(price < 10 ? 3 : 2),
        ];
    });
    const head = ["type", "chips", "NeuronCores", "vCPUs", "GiB", "MiB that register", "$ an hour"];
    return (
        `${table(head, rows)}\n\n` +
        `Prices are US dollars, on demand, Linux, in ${region} on ${date}, where it had the type; look them up\n` +
        "before you decide. The components make the `inf1` and `inf2` types; the rules know all."
    );
}
