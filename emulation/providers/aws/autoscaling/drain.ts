import { setTimeout as sleep } from "node:timers/promises";
import type { Aws } from "../aws";
import { duration } from "../duration";
import { patienceSeconds } from "../patience";
import { instancesOf } from "./capacity";

/** Pulumi's provider gives a group this long to empty itself, unless the resource's timeouts say otherwise. */
const defaultTimeoutSeconds = 10 * 60;

/**
 * Empties a group, as Pulumi's provider does. The protection of its instances is lifted, also where the group protects
 * new ones; a lifecycle hook that holds an instance is waited for.
 *
 * @throws in the words of Pulumi's provider when instances are left.
 * Source: terraform-provider-aws, internal/service/autoscaling/group.go, drainGroup.
 */
export async function drain(aws: Aws, AutoScalingGroupName: string, timeoutSeconds: number): Promise<void> {
    const scaling = await aws.autoScaling();
    const before = await instancesOf(aws, AutoScalingGroupName);
    await scaling.updateAutoScalingGroup({ AutoScalingGroupName, DesiredCapacity: 0, MinSize: 0, MaxSize: 0 });
    const InstanceIds = before.filter((one) => one.ProtectedFromScaleIn === true).map((one) => one.InstanceId ?? "");
    if (InstanceIds.length > 0) {
        await scaling.setInstanceProtection({ AutoScalingGroupName, InstanceIds, ProtectedFromScaleIn: false });
    }
    const seconds = timeoutSeconds > 0 ? timeoutSeconds : defaultTimeoutSeconds;
    const deadline = Date.now() + Math.min(seconds, patienceSeconds) * 1000;
    for (;;) {
        const left = await instancesOf(aws, AutoScalingGroupName);
        if (left.length === 0) {
            return;
        }
        if (Date.now() > deadline) {
            const states = left.map((one) => `${one.InstanceId} is ${one.LifecycleState}`).join(", ");
            throw new Error(
                `waiting for Auto Scaling Group (${AutoScalingGroupName}) drain: timeout while waiting for state to ` +
                    `become '0' (last state: '${left.length}', timeout: ${duration(seconds)}): ${states}`,
            );
        }
        await sleep(250);
    }
}
