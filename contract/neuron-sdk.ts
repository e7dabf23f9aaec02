/**
 * Which Neuron software, SDK, driver and AMI serve which chip.
 *
 * Sources: aws-neuron/deep-learning-containers, README (images and instances); AWS Neuron documentation, release notes
 * of 2.21.0 (Inf1 leaves the runtime library) and of the driver 2.24.13.0 (the last for Inf1); aws/amazon-ecs-ami,
 * CHANGELOG and scripts (drivers of the AMIs); Amazon ECS Developer Guide, Neuron workloads (instances of the AMIs).
 */
import { inferentiaAmiFolder, kernel510InferentiaAmiFolder, lastAmiReleaseWithRuntime1, neuronAmiFolder } from "./ami";
import type { NeuronImage, NeuronSoftware, SdkVersion } from "./neuron-image";
import { NeuronChip } from "./neuron-instances";

/** What serves a chip. */
export interface ChipSupport {
    readonly software: readonly NeuronSoftware[];
    /** The last SDK whose runtime library serves it; undefined where there is none known after which it does not. */
    readonly lastSdk?: SdkVersion;
    /** The last driver for it, as the SDK counts drivers; undefined likewise. */
    readonly lastDriver?: string;
}

export const chipSupport: Readonly<Record<NeuronChip, ChipSupport>> = {
    Inferentia: { software: ["neuron-rtd", "neuron"], lastSdk: [2, 20], lastDriver: "2.24" },
    Inferentia2: { software: ["neuronx"] },
    Trainium: { software: ["neuronx"] },
    Trainium2: { software: ["neuronx"] },
};

/** The AMIs below one folder of parameters. */
export interface NeuronAmis {
    readonly folder: string;
    /** The chips for which AWS publishes them, or with which they were seen in use. */
    readonly chips: readonly NeuronChip[];
    /** The driver that they carry for Inf1 today. */
    readonly inf1Driver: string;
    /** The last release whose driver supports Runtime 1.x; undefined where no release does. */
    readonly lastReleaseWithRuntime1?: string;
}

const { Inferentia, Inferentia2, Trainium, Trainium2 } = NeuronChip;

export const neuronAmis: readonly NeuronAmis[] = [
    {
        folder: inferentiaAmiFolder,
        chips: [Inferentia, Inferentia2, Trainium],
        inf1Driver: "2.17.17.0",
        lastReleaseWithRuntime1: lastAmiReleaseWithRuntime1,
    },
    {
        folder: kernel510InferentiaAmiFolder,
        chips: [Inferentia, Inferentia2, Trainium],
        inf1Driver: "2.21.*",
        lastReleaseWithRuntime1: lastAmiReleaseWithRuntime1,
    },
    { folder: neuronAmiFolder, chips: [Inferentia, Inferentia2, Trainium, Trainium2], inf1Driver: "2.21.*" },
];

/** Why an image of AWS's cannot run on a chip, in words; undefined when nothing is known against it. */
export function imageProblem({ software, sdk }: NeuronImage, chip: NeuronChip): string | undefined {
    const support = chipSupport[chip];
    if (!support.software.includes(software)) {
        const served = Object.values(NeuronChip).filter((one) => chipSupport[one].software.includes(software));
        const what = software === "neuron-rtd" ? "its daemon is" : `its ${software} frameworks are`;
        return `${what} for ${served.join(", ")}`;
    }
    const { lastSdk } = support;
    return lastSdk !== undefined && sdk !== undefined && isLater(sdk, lastSdk)
        ? `SDK ${sdk.join(".")} has no runtime library for it: ${lastSdk.join(".")} is the last one that has`
        : undefined;
}

function isLater([major, minor]: SdkVersion, [lastMajor, lastMinor]: SdkVersion): boolean {
    return major > lastMajor || (major === lastMajor && minor > lastMinor);
}

/** The AMIs that AWS publishes for Neuron on ECS, by the parameter that names one of them. */
function amisOf(parameter: string): NeuronAmis | undefined {
    return neuronAmis.find(({ folder }) => parameter.startsWith(`${folder}/`));
}

/** Whether a parameter names one of the AMIs that AWS publishes for Inferentia and Trainium on ECS. */
export function isInferentiaAmiParameter(parameter: string): boolean {
    return amisOf(parameter) !== undefined;
}

/**
 * Whether the Neuron driver of the AMI that a parameter names supports Runtime 1.x, the `neuron-rtd` sidecar; undefined
 * when the parameter does not tell. Those that name no release are the newest one.
 */
export function amiSupportsRuntime1(parameter: string): boolean | undefined {
    const amis = amisOf(parameter);
    if (amis === undefined) {
        return undefined;
    }
    const release = /-2\.0\.(\d{8})-/.exec(parameter)?.[1];
    // Stryker disable next-line ConditionalExpression: what is not there is before nothing
    return release !== undefined && release <= (amis.lastReleaseWithRuntime1 ?? "");
}
