import { type Failure, join } from "../failure";
import type { Values } from "../property";
import { rangeFailures } from "../ranges";

/**
 * What of a container lies outside of what Amazon ECS takes.
 *
 * Source: Amazon ECS API Reference, HealthCheck, ContainerRestartPolicy, LinuxParameters, Ulimit.
 */
export function containerRangeFailures(container: Values, path: string): Failure[] {
    return [
        ...rangeFailures(join(path, "healthCheck"), container["healthCheck"] as Values | undefined, {
            interval: [5, 300],
            retries: [1, 10],
            startPeriod: [0, 300],
            timeout: [2, 120],
        }),
        ...rangeFailures(join(path, "linuxParameters"), container["linuxParameters"] as Values | undefined, {
            maxSwap: [0, Infinity],
            swappiness: [0, 100],
        }),
        ...rangeFailures(join(path, "restartPolicy"), container["restartPolicy"] as Values | undefined, {
            restartAttemptPeriod: [60, 1800],
        }),
        ...((container["ulimits"] ?? []) as { softLimit: number; hardLimit: number }[]).flatMap(
            ({ softLimit, hardLimit }, index) =>
                softLimit <= hardLimit || hardLimit === -1
                    ? []
                    : [
                          {
                              property: `${path}.ulimits[${index}].softLimit`,
                              reason: `is ${softLimit}, more than the hardLimit of ${hardLimit}`,
                          },
                      ],
        ),
    ];
}
