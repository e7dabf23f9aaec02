import { group } from "./autoscaling/group";
import { lifecycleHook } from "./autoscaling/lifecycle-hook";
import type { ResourceTypes } from "./resource-type";

/** Amazon EC2 Auto Scaling. */
export const autoScalingTypes: ResourceTypes = {
    "aws:autoscaling/group:Group": group,
    "aws:autoscaling/lifecycleHook:LifecycleHook": lifecycleHook,
};
