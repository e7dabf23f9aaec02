import { recommendedInferentiaAmiParameter, recommendedNeuronAmiParameter } from "./ami";
import { inf1InstanceTypes, inferentiaInstanceTypes, type InferentiaInstanceType } from "./instance-types";

/**
 * The ways in which a task gets Neuron devices: the daemon in a sidecar (Runtime 1.x), the library in the model
 * container (2.x), or the library with devices that ECS assigns on Managed Instances.
 */
export const Runtime = { NeuronRtd: "neuron-rtd", Libnrt: "libnrt", Managed: "managed" } as const;
export type Runtime = (typeof Runtime)[keyof typeof Runtime];

/**
 * The Neuron runtimes for which the components set a task up. ECS Managed Instances, where ECS assigns the devices, are
 * not among them.
 */
export const NeuronRuntime = {
    /** Runtime 1.x: the daemon in a sidecar. */
    NeuronRtd: "neuron-rtd",
    /** Runtime 2.x: the library in the model container, which maps the devices. */
    Libnrt: "libnrt",
} as const;
/** A Neuron runtime: `neuron-rtd` (Runtime 1.x) or `libnrt` (Runtime 2.x). */
export type NeuronRuntime = (typeof NeuronRuntime)[keyof typeof NeuronRuntime];

export const neuronRuntimes: readonly NeuronRuntime[] = Object.values(NeuronRuntime);

/** The runtime of the Amazon ECS Developer Guide's page on Inferentia, and the default of the components. */
export const defaultRuntime: NeuronRuntime = NeuronRuntime.NeuronRtd;

/** What differs between the runtimes outside of the task definition. */
export interface RuntimeFacts {
    /** The EC2 sizes whose chips it drives. */
    readonly instanceTypes: readonly InferentiaInstanceType[];
    /** The Systems Manager parameter of the AMI that AWS recommends for it. */
    readonly amiParameter: string;
    /** Whether the container agent must give containers the Docker runtime `neuron` (ECS_ENABLE_INF_SUPPORT). */
    readonly needsInfSupport: boolean;
}

/**
 * Sources: AWS Neuron documentation, release notes of Runtime 1.x (Inf1 only) and 2.x; Amazon ECS Developer Guide,
 * Amazon ECS-optimized Linux AMIs; aws/amazon-ecs-agent, README.
 */
export const runtimeFacts: Readonly<Record<NeuronRuntime, RuntimeFacts>> = {
    "neuron-rtd": {
        instanceTypes: inf1InstanceTypes,
        amiParameter: recommendedInferentiaAmiParameter,
        needsInfSupport: true,
    },
    libnrt: {
        instanceTypes: inferentiaInstanceTypes,
        amiParameter: recommendedNeuronAmiParameter,
        needsInfSupport: false,
    },
};
