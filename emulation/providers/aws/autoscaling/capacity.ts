import { setTimeout as sleep } from "node:timers/promises";
import type { Instance } from "@aws-sdk/client-auto-scaling";
import type { Aws } from "../aws";
import type { Values } from "../property";

/** Times in answers have whole milliseconds at most; some APIs answer whole seconds. */
const clockGranularity = 1000;

export async function instancesOf(aws: Aws, name: string): Promise<Instance[]> {
    const answer = await (await aws.autoScaling()).describeAutoScalingGroups({ AutoScalingGroupNames: [name] });
    return answer.AutoScalingGroups?.[0]?.Instances ?? [];
}

/** Waits until the group runs the instances it should, up to `waitForCapacityTimeout`; `"0"` does not wait. */
export async function waitForCapacity(
    aws: Aws,
    name: string,
    values: Values,
    timeoutSeconds: number,
    since: number,
): Promise<void> {
    const wanted = Number(values["desiredCapacity"] ?? values["minSize"]);
    const seconds = secondsOf(String(values["waitForCapacityTimeout"]));
    const deadline = Date.now() + (timeoutSeconds > 0 ? Math.min(timeoutSeconds, seconds) : seconds) * 1000;
    for (let running = 0; seconds > 0;) {
        if (values["ignoreFailedScalingActivities"] !== true) {
            await refuseFailedActivities(aws, name, since);
        }
        running = (await instancesOf(aws, name)).filter((one) => one.LifecycleState === "InService").length;
        if (running >= wanted) {
            return;
        }
        if (Date.now() > deadline) {
            throw new Error(
                `waiting for Auto Scaling Group (${name}) capacity satisfied: want at least ${wanted} healthy ` +
                    `instances, have ${running}`,
            );
        }
        await sleep(500);
    }
}

/** A duration as Go writes it: `10m`, `1h30m`, `45s`, `0`. */
function secondsOf(duration: string): number {
    const unit: Record<string, number> = { h: 3600, m: 60, s: 1 };
    return [...duration.matchAll(/(\d+)([hms])/g)].reduce(
        (sum, [, count, name]) => sum + Number(count) * (unit[name ?? ""] ?? 0),
        0,
    );
}

/** Pulumi's provider gives up waiting as soon as a scaling activity has failed, unless it is told to ignore that. */
async function refuseFailedActivities(aws: Aws, name: string, since: number): Promise<void> {
    const { Activities: activities = [] } = await (
        await aws.autoScaling()
    ).describeScalingActivities({ AutoScalingGroupName: name });
    const failed = activities.filter(
        (one) => one.StatusCode === "Failed" && (one.StartTime?.getTime() ?? 0) >= since - clockGranularity,
    );
    if (failed.length > 0) {
        const said = failed.map((one) => `scaling activity (${one.ActivityId}): Failed: ${one.StatusMessage}`);
        throw new Error(`waiting for Auto Scaling Group (${name}) capacity satisfied: ${said.join("\n")}`);
    }
}
