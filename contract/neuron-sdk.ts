/**
 * Which images, SDKs, drivers and AMIs serve which chip.
 *
 * Sources: AWS Neuron documentation, release notes of the driver 2.24.13.0 (the last for Inf1); aws/amazon-ecs-ami,
 * CHANGELOG and scripts (drivers of the AMIs); Amazon ECS Developer Guide, Neuron workloads (instances of the AMIs);
 * those of the images stand at their table.
 */
import { inferentiaAmiFolder, kernel510InferentiaAmiFolder, lastAmiReleaseWithRuntime1, neuronAmiFolder } from "./ami";
import type { NeuronFramework, NeuronImage, NeuronSoftware, Version } from "./neuron-image";
import { NeuronChip } from "./neuron-instances";

/** What images of one kind serve. */
interface ImageSupport {
    readonly software: NeuronSoftware;
    /** Only images of it; all others of the software where it is undefined. */
    readonly framework?: NeuronFramework;
    /** Only of this version of the framework and newer ones. */
    readonly since?: Version;
    /** What is in the image, for messages. */
    readonly content: string;
    /** What a newer SDK than the last for a chip does not have for it, for messages. */
    readonly part: string;
    /** The chips, each with the last SDK that serves it; undefined where none is known after which it does not. */
    readonly chips: Readonly<Partial<Record<NeuronChip, Version | undefined>>>;
}

/**
 * AWS's images by repository, with the chips and SDKs that they serve; the first row that an image meets holds for it.
 *
 * Sources: aws-neuron/deep-learning-containers, README (the SDK and the instances of each image); AWS Neuron
 * documentation: what's new in 2.21 (Inf1 leaves the runtime library) and in 2.29 (NxD Inference leaves Inf2 and
 * Trn1), announce-no-longer-support-tensorflow-inf2, quickstart-deploy-dlc (vLLM 0.21). README still lists vLLM 0.16 of
 * SDK 2.29 to 2.31 for Inf2 and Trn1; by the release notes NxD Inference, on which it stands, runs no model there.
 */
export const imageSupport: readonly ImageSupport[] = [
    {
        software: "neuron-rtd",
        content: "its daemon is",
        part: "daemon",
        chips: { Inferentia: undefined },
    },
    {
        software: "neuron",
        content: "its neuron frameworks are",
        part: "runtime library",
        chips: { Inferentia: [2, 20] },
    },
    {
        software: "neuronx",
        framework: "vllm",
        since: [0, 21],
        content: "its vLLM, 0.21 or newer, is",
        part: "vLLM",
        chips: { Trainium2: undefined },
    },
    {
        software: "neuronx",
        framework: "vllm",
        content: "its vLLM is",
        part: "NxD Inference, which its vLLM needs,",
        chips: { Inferentia2: [2, 28], Trainium: [2, 28], Trainium2: undefined },
    },
    {
        software: "neuronx",
        framework: "tensorflow",
        content: "its TensorFlow is",
        part: "TensorFlow",
        chips: { Inferentia2: [2, 28], Trainium: [2, 28], Trainium2: [2, 28] },
    },
    {
        software: "neuronx",
        content: "its neuronx frameworks are",
        part: "runtime library",
        chips: { Inferentia2: undefined, Trainium: undefined, Trainium2: undefined },
    },
];

/** The last driver for Inf1, as the SDK counts drivers. */
export const lastInf1Driver = "2.24";

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
export function imageProblem(image: NeuronImage, chip: NeuronChip): string | undefined {
    const support = imageSupport.find((row) => isOf(image, row)) as ImageSupport;
    if (!Object.hasOwn(support.chips, chip)) {
        return `${support.content} for ${Object.keys(support.chips).join(", ")}`;
    }
    const last = support.chips[chip];
    return last !== undefined && image.sdk !== undefined && isLater(image.sdk, last)
        ? `SDK ${image.sdk.join(".")} has no ${support.part} for it: ${last.join(".")} is the last one that has`
        : undefined;
}

function isOf({ software, framework, version }: NeuronImage, row: ImageSupport): boolean {
    return (
        row.software === software &&
        (row.framework === undefined || row.framework === framework) &&
        (row.since === undefined || (version !== undefined && !isLater(row.since, version)))
    );
}

/** Whether a version is later than another. */
export function isLater([major, minor]: Version, [otherMajor, otherMinor]: Version): boolean {
    return major > otherMajor || (major === otherMajor && minor > otherMinor);
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
