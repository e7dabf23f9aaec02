import { setTimeout as sleep } from "node:timers/promises";
import type { Aws } from "../aws";
import type { Values } from "../property";

/** Pulumi's provider waits this long unless the resource's timeouts say otherwise. */
const defaultTimeoutSeconds = 20 * 60;

/** Waits until the service runs as many tasks as it should, when the program asks for it. */
export async function settle(aws: Aws, arn: string, values: Values, timeoutSeconds: number): Promise<void> {
    if (values["waitForSteadyState"] !== true) {
        return;
    }
    const ecs = await aws.ecs();
    const cluster = values["cluster"] as string | undefined;
    const seconds = timeoutSeconds > 0 ? timeoutSeconds : defaultTimeoutSeconds;
    const deadline = Date.now() + seconds * 1000;
    for (;;) {
        const { services = [] } = await ecs.describeServices({ cluster, services: [arn] });
        const [found] = services;
        if (found !== undefined && found.runningCount === found.desiredCount && (found.deployments ?? []).length <= 1) {
            return;
        }
        if (Date.now() > deadline) {
            throw new Error(
                `the service did not reach a steady state within ${seconds} s: ${found?.runningCount ?? 0} of ` +
                    `${found?.desiredCount ?? 0} tasks run`,
            );
        }
        await sleep(1000);
    }
}
