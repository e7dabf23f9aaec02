import { amiRootVolumeSizeGiB, recommendedInferentiaAmiParameter, recommendedNeuronAmiParameter } from "./ami";
import {
    inf1InstanceTypes,
    inferentiaInstanceTypes,
    isInf1InstanceType,
    type InferentiaInstanceType,
} from "./instance-types";

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

/**
 * The runtime where none is named: for Inf2 the library, which alone drives it; else that of the Amazon ECS Developer
 * Guide's page on Inferentia.
 */
export function defaultRuntimeOf(instanceType: InferentiaInstanceType | undefined): NeuronRuntime {
    return instanceType === undefined || isInf1InstanceType(instanceType)
        ? NeuronRuntime.NeuronRtd
        : NeuronRuntime.Libnrt;
}

/** What differs between the runtimes outside of the task definition. */
export interface RuntimeFacts {
    /** The EC2 sizes whose chips it drives. */
    readonly instanceTypes: readonly InferentiaInstanceType[];
    /** The Systems Manager parameter of the AMI that AWS recommends for it. */
    readonly amiParameter: string;
    /** GiB of the root volume unless the caller says otherwise. */
    readonly rootVolumeSizeGiB: number;
    /** Seconds that an image may be extracted without progress; undefined for the agent's own, 60. */
    readonly imagePullInactivityTimeout?: number;
    /** Whether the container agent must give containers the Docker runtime `neuron` (ECS_ENABLE_INF_SUPPORT). */
    readonly needsInfSupport: boolean;
}

/**
 * Sources: AWS Neuron documentation, release notes of Runtime 1.x (Inf1 only) and 2.x; Amazon ECS Developer Guide,
 * Amazon ECS-optimized Linux AMIs; aws/amazon-ecs-agent, README (ECS_IMAGE_PULL_INACTIVITY_TIMEOUT) and #1607 (a large
 * image fails by it). Images with the library hold PyTorch, the compiler and the runtime, and take more than 10 GB
 * (aws-neuron/deep-learning-containers, pytorch/inference); a volume needs twice that to replace one.
 */
export const runtimeFacts: Readonly<Record<NeuronRuntime, RuntimeFacts>> = {
    "neuron-rtd": {
        instanceTypes: inf1InstanceTypes,
        amiParameter: recommendedInferentiaAmiParameter,
        rootVolumeSizeGiB: amiRootVolumeSizeGiB,
        needsInfSupport: true,
    },
    libnrt: {
        instanceTypes: inferentiaInstanceTypes,
        amiParameter: recommendedNeuronAmiParameter,
        rootVolumeSizeGiB: 100,
        imagePullInactivityTimeout: 600,
        needsInfSupport: false,
    },
};
