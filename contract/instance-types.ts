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

/** NeuronCores on one Inferentia chip (AWS Neuron SDK, Inf1 architecture). */
export const neuronCoresPerChip = 4;

function size(inferentiaChips: number, vCpus: number, memoryGiB: number): Inf1Size {
    return { inferentiaChips, neuronCores: inferentiaChips * neuronCoresPerChip, vCpus, memoryGiB };
}

export const inf1Sizes: Readonly<Record<Inf1InstanceType, Inf1Size>> = {
    "inf1.xlarge": size(1, 4, 8),
    "inf1.2xlarge": size(1, 8, 16),
    "inf1.6xlarge": size(4, 24, 48),
    "inf1.24xlarge": size(16, 96, 192),
};

export const inf1InstanceTypes = Object.keys(inf1Sizes) as readonly Inf1InstanceType[];

/** The most chips that any Inf1 size has: the bound for a device index where the size is not known. */
export const mostInferentiaChips = Math.max(...Object.values(inf1Sizes).map((one) => one.inferentiaChips));

export function isInf1InstanceType(value: unknown): value is Inf1InstanceType {
    return typeof value === "string" && Object.hasOwn(inf1Sizes, value);
}

/** The devices of an instance in words, for messages: `1 Inferentia chip (device 0)`. */
export function describeChips(instanceType: Inf1InstanceType): string {
    const { inferentiaChips } = inf1Sizes[instanceType];
    return inferentiaChips === 1
        ? "1 Inferentia chip (device 0)"
        : `${inferentiaChips} Inferentia chips (devices 0 to ${inferentiaChips - 1})`;
}
