import type { ecs } from "@pulumi/aws/types/input";
import { list, map, object, required, type Fields } from "../../validation/shape";
import { anyText, boolean, integer, oneOf, roleArn } from "../../validation/values";
import { containerName } from "./load-balancers";

const tagSpecification: Fields<ecs.ServiceVolumeConfigurationManagedEbsVolumeTagSpecification> = {
    propagateTags: oneOf(["SERVICE", "TASK_DEFINITION", "NONE"]),
    resourceType: required(oneOf(["volume"]), "give volume"),
    tags: map(anyText, "a map of tags"),
};

const whole = integer(1, Infinity, "");

const ebsVolume: Fields<ecs.ServiceVolumeConfigurationManagedEbsVolume> = {
    encrypted: boolean,
    fileSystemType: oneOf(["ext3", "ext4", "xfs"]),
    iops: whole,
    kmsKeyId: anyText,
    roleArn: required(roleArn, "give the ARN of the role with which ECS makes the volumes"),
    sizeInGb: integer(1, Infinity, "GiB"),
    snapshotId: anyText,
    tagSpecifications: list(object("the tags of a volume", tagSpecification), "a list of tag specifications", 0),
    throughput: integer(0, 1000, "MiB/s"),
    volumeInitializationRate: integer(1, Infinity, "MiB/s"),
    volumeType: anyText,
};

const volume: Fields<ecs.ServiceVolumeConfiguration> = {
    managedEbsVolume: required(object("an EBS volume", ebsVolume), "give the EBS volume"),
    name: required(containerName, "give the name of the volume in the task definition"),
};

export const volumeConfiguration = object("the configuration of a volume", volume);
