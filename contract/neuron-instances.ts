/**
 * The EC2 instance types with AWS's machine-learning chips, as EC2 and the ECS attribute `ecs.instance-type` spell
 * them.
 *
 * Sources: **EC2** Amazon EC2 instance types guide, "Specifications for Amazon EC2 accelerated computing instances"
 * (chips, vCPUs, memory); **API** what the EC2 API answers to DescribeInstanceTypes (chips and cores in `NeuronInfo`,
 * vCPUs, memory, network interfaces), as moto publishes it (moto/ec2/resources/instance_types.json.gz); **NSDK** AWS
 * Neuron documentation, the architecture of each instance (inf1-arch, inf2-arch, trn1-arch, trn2-arch, trn3-arch).
 *
 * Of Trn3 there is no instance: neither EC2 nor API has one, and NSDK tells whole UltraServers only.
 */

/** The chips. */
export const NeuronChip = {
    Inferentia: "Inferentia",
    Inferentia2: "Inferentia2",
    Trainium: "Trainium",
    Trainium2: "Trainium2",
} as const;
export type NeuronChip = (typeof NeuronChip)[keyof typeof NeuronChip];

/** NeuronCores on one chip, as the hardware has them. */
export const neuronCoresOf: Readonly<Record<NeuronChip, number>> = {
    // API: 4 of version 1. NSDK, inf1-arch.
    Inferentia: 4,
    // API: 2 of version 2. NSDK, inferentia2.
    Inferentia2: 2,
    // API: 2 of version 2. NSDK, trainium.
    Trainium: 2,
    // API: 8 of version 3. NSDK, trainium2.
    Trainium2: 8,
};

/**
 * Chips of which several NeuronCores are one logical core, the one that frameworks count, and how many unless the
 * variable NEURON_LOGICAL_NC_CONFIG says otherwise.
 *
 * Source: NSDK, logical-neuroncore-config: 2 is the default on Trainium2, so that trn2.48xlarge has 64 cores, and 1 the
 * only other value, with 128.
 */
export const coresOfLogicalCore: Readonly<Partial<Record<NeuronChip, number>>> = { Trainium2: 2 };

/** What one instance offers. */
export interface NeuronInstance {
    readonly chip: NeuronChip;
    /** Chips, each one device: `/dev/neuron0` … `/dev/neuron<chips - 1>`. */
    readonly chips: number;
    readonly vCpus: number;
    /** GiB that it has. It registers less with ECS: {@link maxRegisteredMiB}. */
    readonly memoryGiB: number;
    /** Network interfaces that it can have, its own one included. */
    readonly interfaces: number;
    /** MiB that it registers with ECS, where that is published. */
    readonly registeredMiB?: number;
}

function instance(
    chip: NeuronChip,
    chips: number,
    vCpus: number,
    memoryGiB: number,
    interfaces: number,
): NeuronInstance {
    return { chip, chips, vCpus, memoryGiB, interfaces };
}

export const neuronInstances = {
    // EC2, API and NSDK.
    "inf1.xlarge": instance("Inferentia", 1, 4, 8, 4),
    "inf1.2xlarge": instance("Inferentia", 1, 8, 16, 4),
    "inf1.6xlarge": instance("Inferentia", 4, 24, 48, 8),
    "inf1.24xlarge": instance("Inferentia", 16, 96, 192, 11),
    "inf2.xlarge": instance("Inferentia2", 1, 4, 16, 4),
    "inf2.8xlarge": instance("Inferentia2", 1, 32, 128, 8),
    "inf2.24xlarge": instance("Inferentia2", 6, 96, 384, 15),
    "inf2.48xlarge": instance("Inferentia2", 12, 192, 768, 15),
    "trn1.2xlarge": instance("Trainium", 1, 8, 32, 4),
    // Besides, meta-pytorch/torchx#795: a job that asks for 508,416 MiB is never placed on it.
    "trn1.32xlarge": { ...instance("Trainium", 16, 128, 512, 40), registeredMiB: 507_821 },
    "trn1n.32xlarge": instance("Trainium", 16, 128, 512, 80),
    // EC2 and API; NSDK has no page for it.
    "trn2.3xlarge": instance("Trainium2", 1, 12, 128, 2),
    // EC2, API and NSDK.
    "trn2.48xlarge": instance("Trainium2", 16, 192, 2048, 32),
    // NSDK; EC2 and API have its vCPUs and memory, and no chips.
    "trn2u.48xlarge": instance("Trainium2", 16, 192, 2048, 32),
} as const satisfies Readonly<Record<string, NeuronInstance>>;

export type NeuronInstanceType = keyof typeof neuronInstances;

export const neuronInstanceTypes = Object.keys(neuronInstances) as readonly NeuronInstanceType[];

/** Whether an instance type is one of the table. */
export function isKnownNeuronType(instanceType: string): instanceType is NeuronInstanceType {
    return Object.hasOwn(neuronInstances, instanceType);
}

/** Families of which AWS announces no further sizes: a type of them that is not above does not exist. */
const completeFamilies: readonly string[] = ["inf1", "inf2", "trn1", "trn1n"];

const familyPattern = /^((?:inf|trn)\d+[a-z]*)\./;

/** Whether an instance type is of an Inferentia or Trainium family, also of a newer one and of whatever size. */
export function isNeuronInstanceType(instanceType: string): boolean {
    return familyPattern.test(instanceType);
}

/** Whether there may be an instance type of an Inferentia or Trainium family, although it is not known here. */
export function mayBeNewNeuronType(instanceType: string): boolean {
    const family = familyPattern.exec(instanceType)?.[1];
    return family !== undefined && !completeFamilies.includes(family);
}

/**
 * MiB above which no instance of a size registers memory for tasks. The agent registers what Docker sees, which is what
 * the kernel has left: 7,985 MiB of 8 GiB (AWS Batch User Guide, "Compute resource memory management"), and 7,664 on
 * machines of another make. How much less is not published for these types; certain is that the kernel keeps 64 bytes
 * for each page of 4 KiB (struct page, Linux documentation, mm/vmemmap_dedup), one part in 64.
 */
export function maxRegisteredMiB({ memoryGiB, registeredMiB }: NeuronInstance): number {
    const mebibytes = memoryGiB * 1024;
    return registeredMiB ?? mebibytes - mebibytes / 64;
}

/**
 * MiB that instances with so much memory were seen to register, where it is less than what is certain; undefined where
 * it was not seen. Of 8 GiB 7,664 were there (terraform-aws-eks#2060), off which comes what the agent keeps for itself.
 */
export function seenRegisteredMiB({ memoryGiB }: NeuronInstance): number | undefined {
    return memoryGiB === 8 ? 7660 : undefined;
}

/**
 * MiB that each instance of a size surely registers: a sixteenth and 256 MiB less than it has. Seen were 7,660 and
 * 7,679 of 8 GiB (terraform-aws-eks#2060; amazon-ecs-agent#3331, on inf1.xlarge), and 507,821 of 512 GiB (torchx#795).
 */
export function leastRegisteredMiB({ memoryGiB }: NeuronInstance): number {
    const mebibytes = memoryGiB * 1024;
    return mebibytes - mebibytes / 16 - 256;
}

/** CPU units for each vCPU (Amazon ECS Developer Guide, task size). */
export const cpuUnitsPerVcpu = 1024;

/** The devices of an instance in words, for messages: `1 Inferentia chip (device 0)`. */
export function describeChips(instanceType: NeuronInstanceType): string {
    const { chip, chips } = neuronInstances[instanceType];
    return chips === 1 ? `1 ${chip} chip (device 0)` : `${chips} ${chip} chips (devices 0 to ${chips - 1})`;
}
