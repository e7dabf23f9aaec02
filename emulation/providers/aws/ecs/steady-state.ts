import { setTimeout as sleep } from "node:timers/promises";
import type { Aws } from "../aws";
import { duration } from "../duration";
import type { Values } from "../property";

/** Pulumi's provider waits this long unless the resource's timeouts say otherwise. */
const defaultTimeoutSeconds = 20 * 60;

/** What nothing in the emulation changes any more is not waited for to the end. */
const patienceSeconds = 10;

/**
 * Waits until the service runs as many tasks as it should, when the program asks for it.
 *
 * @throws in the words of Pulumi's provider when the circuit breaker gives up, or the tasks do not run.
 */
export async function settle(
    aws: Aws,
    arn: string,
    values: Values,
    timeoutSeconds: number,
    operation: "create" | "update",
): Promise<void> {
    if (values["waitForSteadyState"] !== true) {
        return;
    }
    const ecs = await aws.ecs();
    const cluster = values["cluster"] as string | undefined;
    const seconds = timeoutSeconds > 0 ? timeoutSeconds : defaultTimeoutSeconds;
    const deadline = Date.now() + Math.min(seconds, patienceSeconds) * 1000;
    for (;;) {
        const { services: [found] = [] } = await ecs.describeServices({ cluster, services: [arn] });
        const [deployment] = found?.deployments ?? [];
        const waiting = `waiting for ECS Service (${arn}) ${operation}`;
        if (deployment?.rolloutState === "FAILED") {
            throw new Error(`${waiting}: ${deployment.rolloutStateReason ?? "Deployment failed"}`);
        }
        if (found !== undefined && found.runningCount === found.desiredCount && (found.deployments ?? []).length <= 1) {
            return;
        }
        if (Date.now() > deadline) {
            throw new Error(
                `${waiting}: timeout while waiting for state to become 'tfSTABLE' (last state: 'tfPENDING', timeout: ` +
                    `${duration(seconds)}): ${found?.runningCount ?? 0} of ${found?.desiredCount ?? 0} tasks run`,
            );
        }
        await sleep(500);
    }
}
