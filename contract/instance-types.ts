import { neuronCoresOf, neuronInstances } from "./neuron-instances";

/**
 * The EC2 Inf1 sizes, as EC2 and the ECS attribute `ecs.instance-type` spell them.
 *
 * Source: https://aws.amazon.com/ec2/instance-types/inf1/
 */
export const Inf1InstanceType = {
    Inf1Xlarge: "inf1.xlarge",
    Inf12xlarge: "inf1.2xlarge",
    Inf16xlarge: "inf1.6xlarge",
    Inf124xlarge: "inf1.24xlarge",
} as const;
/** One of the four EC2 Inf1 sizes. */
export type Inf1InstanceType = (typeof Inf1InstanceType)[keyof typeof Inf1InstanceType];

/** What one Inf1 instance offers. */
export interface Inf1Size {
    /** Inferentia chips, each one Neuron device: `0` … `inferentiaChips - 1`. */
    readonly inferentiaChips: number;
    /** NeuronCores, four on each chip. */
    readonly neuronCores: number;
    readonly vCpus: number;
    readonly memoryGiB: number;
}

function size(instanceType: Inf1InstanceType): Inf1Size {
    const { chip, chips, vCpus, memoryGiB } = neuronInstances[instanceType];
    return { inferentiaChips: chips, neuronCores: chips * neuronCoresOf[chip], vCpus, memoryGiB };
}

/** The rows of the table of all Neuron instances that the components offer. */
export const inf1Sizes: Readonly<Record<Inf1InstanceType, Inf1Size>> = {
    "inf1.xlarge": size("inf1.xlarge"),
    "inf1.2xlarge": size("inf1.2xlarge"),
    "inf1.6xlarge": size("inf1.6xlarge"),
    "inf1.24xlarge": size("inf1.24xlarge"),
};

export const inf1InstanceTypes = Object.keys(inf1Sizes) as readonly Inf1InstanceType[];

/** The most chips that any Inf1 size has: the bound for a device index where the size is not known. */
export const mostInferentiaChips = Math.max(...Object.values(inf1Sizes).map((one) => one.inferentiaChips));

export function isInf1InstanceType(value: unknown): value is Inf1InstanceType {
    return typeof value === "string" && Object.hasOwn(inf1Sizes, value);
}
