import type { LaunchTemplateArgs as Ec2LaunchTemplateArgs } from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { amiRootVolumeSizeGiB, gp3, rootDeviceName, runtimeFacts, type NeuronRuntime } from "../../contract";
import { UNKNOWN } from "../../ecs/known";
import type { Accepted } from "../validation/accepted";
import { quote, type Problems } from "../validation/problems";
import { memberPath, type Fields } from "../validation/shape";
import { integer, text } from "../validation/values";

/** The root volume of instances, which holds the images of their tasks. */
export interface RootVolume {
    /**
     * The size of the encrypted root volume (gp3) in GiB, from 30 (the AMI's own) to 16384. Default: 100 with
     * `libnrt`, whose images take more than 10 GB, and 30 with `neuron-rtd`.
     */
    rootVolumeSizeGiB?: pulumi.Input<number> | undefined;
    /** The root volume's IOPS, 3000 to 80000, and at most 500 for each GiB. Default: EBS's own, 3000. */
    rootVolumeIops?: pulumi.Input<number> | undefined;
    /**
     * The root volume's throughput in MiB/s, 125 to 2000, and at most a quarter of its IOPS; it bounds how fast an
     * image is extracted. Default: EBS's own, 125.
     */
    rootVolumeThroughput?: pulumi.Input<number> | undefined;
    /**
     * The KMS key that encrypts the root volume; the service-linked role of Auto Scaling must be allowed to use it.
     * Default: the account's key for EBS.
     */
    rootVolumeKmsKeyId?: pulumi.Input<string> | undefined;
}

export const rootVolumeFields: Fields<RootVolume> = {
    rootVolumeSizeGiB: integer(amiRootVolumeSizeGiB, 16384, "GiB"),
    rootVolumeIops: integer(gp3.iops, gp3.maxIops, "IOPS"),
    rootVolumeThroughput: integer(gp3.throughput, gp3.maxThroughput, "MiB/s"),
    rootVolumeKmsKeyId: text(/^\S+$/, "a KMS key: its id, ARN or alias"),
};

/** Checks whether a volume of the size can have the IOPS, and one of the IOPS the throughput. */
export function checkRootVolume(args: Accepted<pulumi.Unwrap<RootVolume>>, path: string, problems: Problems): void {
    const { rootVolumeSizeGiB: size, rootVolumeIops: iops = gp3.iops, rootVolumeThroughput: throughput } = args;
    if (size !== undefined && size !== UNKNOWN && iops !== UNKNOWN && iops > size * gp3.iopsPerGiB) {
        problems.add(
            memberPath(path, "rootVolumeIops"),
            `is ${quote(iops)}, but a volume of ${size} GiB has at most ${size * gp3.iopsPerGiB}; lower it, or raise ` +
                "rootVolumeSizeGiB",
        );
    }
    if (throughput !== undefined && throughput !== UNKNOWN && iops !== UNKNOWN && throughput * gp3.iopsPerMiBs > iops) {
        problems.add(
            memberPath(path, "rootVolumeThroughput"),
            `is ${quote(throughput)}, but a volume of ${iops} IOPS has at most ${Math.floor(iops / gp3.iopsPerMiBs)} ` +
                `MiB/s; lower it, or give rootVolumeIops: ${throughput * gp3.iopsPerMiBs}`,
        );
    }
}

/** The block device of the root volume. */
export function rootVolume(
    args: RootVolume,
    runtime: pulumi.Output<NeuronRuntime>,
): Ec2LaunchTemplateArgs["blockDeviceMappings"] {
    return [
        {
            deviceName: rootDeviceName,
            ebs: {
                volumeType: "gp3",
                volumeSize: pulumi
                    .all([args.rootVolumeSizeGiB, runtime])
                    .apply(([size, of]) => size ?? runtimeFacts[of].rootVolumeSizeGiB),
                iops: args.rootVolumeIops,
                throughput: args.rootVolumeThroughput,
                encrypted: "true",
                kmsKeyId: args.rootVolumeKmsKeyId,
                deleteOnTermination: "true",
            },
        },
    ];
}
