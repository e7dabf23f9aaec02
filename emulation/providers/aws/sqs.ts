import type { ResourceTypes } from "./resource-type";
import { queue } from "./sqs/queue";
import { queueAttribute } from "./sqs/queue-attribute";

/** Amazon Simple Queue Service. */
export const sqsTypes: ResourceTypes = {
    "aws:sqs/queue:Queue": queue,
    "aws:sqs/queuePolicy:QueuePolicy": queueAttribute("policy", "Policy"),
    "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy": queueAttribute("redriveAllowPolicy", "RedriveAllowPolicy"),
    "aws:sqs/redrivePolicy:RedrivePolicy": queueAttribute("redrivePolicy", "RedrivePolicy"),
};
