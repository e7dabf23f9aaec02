/**
 * The Amazon Machine Images that AWS publishes for Inferentia and Trainium on ECS, as parameters of AWS Systems
 * Manager.
 *
 * Sources: Amazon ECS Developer Guide, "Using the Amazon ECS-optimized Amazon Linux 2 (Inferentia) AMI";
 * aws/amazon-ecs-ami, CHANGELOG.
 */

const optimizedAmi = "/aws/service/ecs/optimized-ami";

/** The folder of the Amazon Linux 2 (Inferentia) AMIs, one parameter for each release. */
export const inferentiaAmiFolder = `${optimizedAmi}/amazon-linux-2/inf`;

/** The folder of those with a newer kernel. */
export const kernel510InferentiaAmiFolder = `${optimizedAmi}/amazon-linux-2/kernel-5.10/inf`;

/** The folder of the Amazon Linux 2023 (Neuron) AMIs: Runtime 2.x; Inf1, Inf2, Trn1 and Trn2. */
export const neuronAmiFolder = `${optimizedAmi}/amazon-linux-2023/neuron`;

/** A JSON document with `image_id`, `image_name`, `ecs_agent_version` and more. */
export const recommendedInferentiaAmiParameter = `${inferentiaAmiFolder}/recommended`;

/** The same of the Amazon Linux 2023 (Neuron) AMI. */
export const recommendedNeuronAmiParameter = `${neuronAmiFolder}/recommended`;

/** The first release of the Amazon Linux 2 (Inferentia) AMI whose Neuron driver no longer supports Runtime 1.x. */
export const firstAmiReleaseWithoutRuntime1 = "20220831";

/** The last release of the Amazon Linux 2 (Inferentia) AMI whose Neuron driver supports Runtime 1.x. */
export const lastAmiReleaseWithRuntime1 = "20220822";

/** The name of a release of the Amazon Linux 2 (Inferentia) AMI, which is also the last part of its parameter. */
export function inferentiaAmiName(release: string): string {
    return `amzn2-ami-ecs-inf-hvm-2.0.${release}-x86_64-ebs`;
}

/** The parameter of the last AMI that runs a `neuron-rtd` sidecar with a driver that supports it. */
export const lastRuntime1AmiParameter = `${inferentiaAmiFolder}/${inferentiaAmiName(lastAmiReleaseWithRuntime1)}`;

export const amiIdPattern = /^ami-([0-9a-f]{8}|[0-9a-f]{17})$/;

/** The prefix of an image id in a launch template that EC2 looks up in Systems Manager at each launch. */
export const resolveSsmPrefix = "resolve:ssm:";

/** The root device of the Amazon ECS-optimized AMIs, and its size in the image. */
export const rootDeviceName = "/dev/xvda";
export const amiRootVolumeSizeGiB = 30;

/** The bounds of a gp3 volume of EBS (Amazon EC2 API Reference, ModifyVolume; Amazon EBS User Guide). */
export const gp3 = {
    iops: 3000,
    maxIops: 80_000,
    iopsPerGiB: 500,
    /** MiB/s. */
    throughput: 125,
    maxThroughput: 2000,
    /** IOPS that each MiB/s of throughput needs. */
    iopsPerMiBs: 4,
} as const;

/** An AMI as a parameter's value names it. */
export interface NamedAmi {
    readonly id: string;
    /** The AMI's name, which carries its release: `amzn2-ami-ecs-inf-hvm-2.0.20260820-x86_64-ebs`. */
    readonly name?: string;
}

/**
 * The AMI in the value of a parameter: the JSON document of `…/recommended` and of a release, or the plain id of
 * `…/image_id`; undefined when the value is neither.
 */
export function amiFromParameterValue(value: string): NamedAmi | undefined {
    const { image_id: id, image_name: name } = value.trimStart().startsWith("{")
        ? documentOf(value)
        : { image_id: value.trim(), image_name: undefined };
    if (typeof id !== "string" || !amiIdPattern.test(id)) {
        return undefined;
    }
    return typeof name === "string" ? { id, name } : { id };
}

function documentOf(document: string): { image_id?: unknown; image_name?: unknown } {
    try {
        return JSON.parse(document) as { image_id?: unknown; image_name?: unknown };
    } catch {
        // What is no JSON has no id.
        return {};
    }
}

/**
 * What EC2 takes as an image id to look the AMI up at each launch. It wants a parameter whose value is a plain id: of
 * those that AWS publishes for ECS, that is the member `image_id`.
 */
export function imageIdAtLaunch(parameter: string): string {
    const isDocument = parameter.startsWith(`${optimizedAmi}/`) && !parameter.endsWith("/image_id");
    return `${resolveSsmPrefix}${parameter}${isDocument ? "/image_id" : ""}`;
}
