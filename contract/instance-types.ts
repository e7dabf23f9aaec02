import { neuronCoresOf, neuronInstances } from "./neuron-instances";

/**
 * The EC2 sizes with Inferentia chips that the components offer, as EC2 and the ECS attribute `ecs.instance-type` spell
 * them.
 *
 * Sources: https://aws.amazon.com/ec2/instance-types/inf1/, …/inf2/
 */
export const InferentiaInstanceType = {
    Inf1_XLarge: "inf1.xlarge",
    Inf1_2XLarge: "inf1.2xlarge",
    Inf1_6XLarge: "inf1.6xlarge",
    Inf1_24XLarge: "inf1.24xlarge",
    Inf2_XLarge: "inf2.xlarge",
    Inf2_8XLarge: "inf2.8xlarge",
    Inf2_24XLarge: "inf2.24xlarge",
    Inf2_48XLarge: "inf2.48xlarge",
} as const;
/** One of the EC2 Inf1 or Inf2 sizes. */
export type InferentiaInstanceType = (typeof InferentiaInstanceType)[keyof typeof InferentiaInstanceType];

export const inferentiaInstanceTypes: readonly InferentiaInstanceType[] = Object.values(InferentiaInstanceType);

/** One of the four EC2 Inf1 sizes. */
export type Inf1InstanceType = Extract<InferentiaInstanceType, `inf1.${string}`>;

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

/** The rows of the table of all Neuron instances that have the first Inferentia chips. */
export const inf1Sizes: Readonly<Record<Inf1InstanceType, Inf1Size>> = {
    "inf1.xlarge": size("inf1.xlarge"),
    "inf1.2xlarge": size("inf1.2xlarge"),
    "inf1.6xlarge": size("inf1.6xlarge"),
    "inf1.24xlarge": size("inf1.24xlarge"),
};

export const inf1InstanceTypes = Object.keys(inf1Sizes) as readonly Inf1InstanceType[];

/** The most chips that any Inf1 size has: the bound for a device index where the size is not known. */
export const maxInferentiaChips = Math.max(...Object.values(inf1Sizes).map((one) => one.inferentiaChips));

export function isInf1InstanceType(value: unknown): value is Inf1InstanceType {
    return typeof value === "string" && Object.hasOwn(inf1Sizes, value);
}

export function isInferentiaInstanceType(value: unknown): value is InferentiaInstanceType {
    return (inferentiaInstanceTypes as readonly unknown[]).includes(value);
}
