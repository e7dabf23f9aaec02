import { group } from "./autoscaling/group";
import type { ResourceTypes } from "./resource-type";

/** Amazon EC2 Auto Scaling. */
export const autoScalingTypes: ResourceTypes = { "aws:autoscaling/group:Group": group };
