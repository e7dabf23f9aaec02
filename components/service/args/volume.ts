import type { ecs } from "@pulumi/aws/types/input";
import { gp3 } from "../../../contract";
import { awsObject, list, map, required } from "../../validation/shape";
import { anyText, boolean, integer, oneOf, roleArn } from "../../validation/values";
import { ecsName } from "./load-balancers";

export const volumeConfiguration = awsObject<ecs.ServiceVolumeConfiguration>("the configuration of a volume", {
    managedEbsVolume: required(
        awsObject<ecs.ServiceVolumeConfigurationManagedEbsVolume>("an EBS volume", {
            encrypted: boolean,
            fileSystemType: oneOf(["ext3", "ext4", "xfs"]),
            iops: integer(1, Infinity, ""),
            kmsKeyId: anyText,
            roleArn: required(roleArn, "give the ARN of the role with which ECS makes the volumes"),
            sizeInGb: integer(1, Infinity, "GiB"),
            snapshotId: anyText,
            tagSpecifications: list(
                awsObject<ecs.ServiceVolumeConfigurationManagedEbsVolumeTagSpecification>("the tags of a volume", {
                    propagateTags: oneOf(["SERVICE", "TASK_DEFINITION", "NONE"]),
                    resourceType: required(oneOf(["volume"]), "give volume"),
                    tags: map(anyText, "an object of tags"),
                }),
                "a list of tag specifications",
                0,
            ),
            throughput: integer(gp3.throughput, gp3.maxThroughput, "MiB/s"),
            volumeInitializationRate: integer(1, Infinity, "MiB/s"),
            volumeType: anyText,
        }),
        "give the EBS volume",
    ),
    name: required(ecsName, "give the name of the volume in the task definition"),
});
