import { acmTypes } from "./acm";
import { applicationAutoScalingTypes } from "./appautoscaling";
import { autoScalingTypes } from "./autoscaling";
import { cloudWatchTypes } from "./cloudwatch";
import { ec2Types } from "./ec2";
import { ecrTypes } from "./ecr";
import { ecsTypes } from "./ecs";
import { iamTypes } from "./iam";
import { lbTypes } from "./lb";
import type { ResourceTypes } from "./resource-type";
import { serviceDiscoveryTypes } from "./servicediscovery";
import { sqsTypes } from "./sqs";

/** Every resource type that is served, by token. */
export const resourceTypes: ResourceTypes = {
    ...ecsTypes,
    ...ec2Types,
    ...autoScalingTypes,
    ...lbTypes,
    ...acmTypes,
    ...serviceDiscoveryTypes,
    ...iamTypes,
    ...cloudWatchTypes,
    ...ecrTypes,
    ...applicationAutoScalingTypes,
    ...sqsTypes,
};
