import { policy } from "./appautoscaling/policy";
import { scheduledAction } from "./appautoscaling/scheduled-action";
import { target } from "./appautoscaling/target";
import type { ResourceTypes } from "./resource-type";

/** Application Auto Scaling. */
export const applicationAutoScalingTypes: ResourceTypes = {
    "aws:appautoscaling/target:Target": target,
    "aws:appautoscaling/policy:Policy": policy,
    "aws:appautoscaling/scheduledAction:ScheduledAction": scheduledAction,
};
