import type { AutoScaling } from "@aws-sdk/client-auto-scaling";
import { AwsError } from "../aws-error";

/** What of a group has calls of its own. */
export async function setMetrics(
    scaling: AutoScaling,
    AutoScalingGroupName: string,
    olds: unknown,
    news: unknown,
): Promise<void> {
    const [before, after] = [olds, news].map((metrics) => (metrics ?? []) as string[]) as [string[], string[]];
    if (before.some((metric) => !after.includes(metric))) {
        throw new AwsError(
            "NotImplemented",
            "the emulator cannot disable the collection of metrics: keep enabledMetrics as they were",
        );
    }
    const Metrics = after.filter((metric) => !before.includes(metric));
    if (Metrics.length > 0) {
        await scaling.enableMetricsCollection({ AutoScalingGroupName, Granularity: "1Minute", Metrics });
    }
}

export async function setProcesses(
    scaling: AutoScaling,
    AutoScalingGroupName: string,
    olds: unknown,
    news: unknown,
): Promise<void> {
    const [before, after] = [olds, news].map((processes) => (processes ?? []) as string[]) as [string[], string[]];
    const resumed = before.filter((process) => !after.includes(process));
    if (resumed.length > 0) {
        await scaling.resumeProcesses({ AutoScalingGroupName, ScalingProcesses: resumed });
    }
    const suspended = after.filter((process) => !before.includes(process));
    if (suspended.length > 0) {
        await scaling.suspendProcesses({ AutoScalingGroupName, ScalingProcesses: suspended });
    }
}
