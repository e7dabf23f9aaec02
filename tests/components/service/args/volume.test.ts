import { accepts, refuses } from "../harness";

const roleArn = "arn:aws:iam::123456789012:role/volumes";
const ebs = { roleArn, sizeInGb: 20 };
const volume = (managedEbsVolume: object) => ({ volumeConfiguration: { name: "models", managedEbsVolume } });

describe("Service, of the volume that ECS makes for each task,", () => {
    accepts([
        [
            "all that ECS knows of it",
            volume({
                ...ebs,
                encrypted: true,
                fileSystemType: "xfs",
                iops: 3000,
                kmsKeyId: "alias/models",
                snapshotId: "snap-0123456789abcdef0",
                tagSpecifications: [{ resourceType: "volume", propagateTags: "SERVICE", tags: { team: "ml" } }],
                throughput: 2000,
                volumeInitializationRate: 100,
                volumeType: "gp3",
            }),
        ],
    ]);

    refuses([
        [
            "no name",
            { volumeConfiguration: { managedEbsVolume: ebs } },
            "volumeConfiguration.name is missing; give the name of the volume in the task definition",
        ],
        [
            "no EBS volume",
            { volumeConfiguration: { name: "models" } },
            "volumeConfiguration.managedEbsVolume is missing; give the EBS volume",
        ],
        [
            "no role",
            volume({ sizeInGb: 20 }),
            "volumeConfiguration.managedEbsVolume.roleArn is missing; give the ARN of the role with which ECS " +
                "makes the volumes",
        ],
        [
            "a file system that ECS does not make",
            volume({ ...ebs, fileSystemType: "btrfs" }),
            'volumeConfiguration.managedEbsVolume.fileSystemType is "btrfs", but must be one of ext3, ext4, xfs',
        ],
        [
            "no size",
            volume({ ...ebs, sizeInGb: 0 }),
            "volumeConfiguration.managedEbsVolume.sizeInGb is 0, but must be a whole number 1 or more GiB",
        ],
        [
            "more throughput than EBS has",
            volume({ ...ebs, throughput: 2001 }),
            "volumeConfiguration.managedEbsVolume.throughput is 2001, but must be a whole number from 125 to 2000 MiB/s",
        ],
        [
            "tags of what is no volume",
            volume({ ...ebs, tagSpecifications: [{ resourceType: "instance" }] }),
            'volumeConfiguration.managedEbsVolume.tagSpecifications[0].resourceType is "instance", but must be volume',
        ],
    ]);
});
