import { logGroup } from "./cloudwatch/log-group";
import { metricAlarm } from "./cloudwatch/metric-alarm";
import type { ResourceTypes } from "./resource-type";

/** Amazon CloudWatch. */
export const cloudWatchTypes: ResourceTypes = {
    "aws:cloudwatch/logGroup:LogGroup": logGroup,
    "aws:cloudwatch/metricAlarm:MetricAlarm": metricAlarm,
};
