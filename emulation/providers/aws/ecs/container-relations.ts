import { type Failure, join } from "../failure";
import type { Values } from "../property";
import type { Container } from "./container-definition";
import { dependencyFailures } from "./container-dependencies";

/** What of a task definition its containers have to agree with; undefined where it is not known yet. */
export interface TaskSettings {
    readonly networkMode: string | undefined;
    /** The names of the task's volumes. */
    readonly volumes: readonly string[] | undefined;
    /** Whether the task has a memory limit of its own. */
    readonly hasMemory: boolean | undefined;
}

/** The least memory that Docker gives a container. */
const leastMemoryMiB = 6;

/** What is wrong between the parts of container definitions. */
export function relationFailures(containers: readonly Container[], task: TaskSettings): Failure[] {
    const names = containers.map(({ definition }) => definition["name"]);
    return [
        ...duplicateNames(names),
        ...(containers.some(({ definition }) => definition["essential"] !== false)
            ? []
            : [{ property: "containerDefinitions", reason: "has no essential container; at least one must be" }]),
        ...containers.flatMap(({ definition, isWellTyped }, index) => {
            const path = `containerDefinitions[${index}]`;
            return isWellTyped
                ? [
                      ...nameFailures(definition, path),
                      ...memoryFailures(definition, path, task),
                      ...portFailures(definition, path, task.networkMode),
                      ...volumeFailures(definition, path, names, task.volumes),
                  ]
                : [];
        }),
        ...dependencyFailures(containers),
    ];
}

function duplicateNames(names: readonly unknown[]): Failure[] {
    return names.flatMap((name, index) =>
        typeof name === "string" && names.indexOf(name) < index
            ? [
                  {
                      property: `containerDefinitions[${index}].name`,
                      reason: `"${name}" is the name of an earlier container; names are unique`,
                  },
              ]
            : [],
    );
}

function nameFailures(container: Values, path: string): Failure[] {
    return /^[\w-]{1,255}$/.test(String(container["name"]))
        ? []
        : [
              {
                  property: `${path}.name`,
                  reason:
                      `"${String(container["name"])}" is not accepted; a name has 1 to 255 letters, digits, hyphens ` +
                      "and underscores",
              },
          ];
}

function memoryFailures(container: Values, path: string, task: TaskSettings): Failure[] {
    const memory = container["memory"] as number | undefined;
    const reservation = container["memoryReservation"] as number | undefined;
    if (memory === undefined && reservation === undefined && task.hasMemory === false) {
        return [
            {
                property: path,
                reason:
                    "has neither memory nor memoryReservation (MiB), and the task has no memory either: give one of " +
                    "them",
            },
        ];
    }
    const tooSmall = Object.entries({ memory, memoryReservation: reservation })
        .filter(([, value]) => value !== undefined && value < leastMemoryMiB)
        .map(([name, value]) => ({
            property: `${path}.${name}`,
            reason: `is ${String(value)} MiB; at least ${leastMemoryMiB} MiB are required`,
        }));
    if (memory !== undefined && reservation !== undefined && memory < reservation) {
        tooSmall.push({
            property: `${path}.memory`,
            reason: `is ${memory} MiB, less than the memoryReservation of ${reservation} MiB`,
        });
    }
    return tooSmall;
}

function portFailures(container: Values, path: string, networkMode: string | undefined): Failure[] {
    const mappings = (container["portMappings"] ?? []) as Values[];
    return mappings.flatMap((mapping, index): Failure[] => {
        const property = join(`${path}.portMappings`, index);
        const { containerPort, hostPort, containerPortRange } = mapping as {
            containerPort?: number;
            hostPort?: number;
            containerPortRange?: string;
        };
        if (networkMode === "none") {
            return [{ property, reason: 'is given, but networkMode "none" takes no port mappings' }];
        }
        const outside = Object.entries({ containerPort, hostPort })
            .filter(([, port]) => typeof port === "number" && !(Number.isInteger(port) && port >= 0 && port <= 65535))
            .map(([name, port]) => ({
                property: `${property}.${name}`,
                reason: `is ${String(port)}; a port lies between 0 and 65535`,
            }));
        if ((containerPort === undefined) === (containerPortRange === undefined)) {
            return [...outside, { property, reason: "requires either containerPort or containerPortRange" }];
        }
        return (networkMode === "awsvpc" || networkMode === "host") &&
            hostPort !== undefined &&
            hostPort !== containerPort
            ? [
                  ...outside,
                  {
                      property: `${property}.hostPort`,
                      reason:
                          `is ${hostPort}; with networkMode "${networkMode}" it must equal the containerPort, ` +
                          `${containerPort}, or be left out`,
                  },
              ]
            : outside;
    });
}

function volumeFailures(
    container: Values,
    path: string,
    names: readonly unknown[],
    volumes: readonly string[] | undefined,
): Failure[] {
    const mounts = (container["mountPoints"] ?? []) as Values[];
    const undeclared = mounts.flatMap((mount, index) =>
        volumes === undefined || volumes.includes(String(mount["sourceVolume"]))
            ? []
            : [
                  {
                      property: `${path}.mountPoints[${index}].sourceVolume`,
                      reason:
                          `"${String(mount["sourceVolume"])}" is no volume of the task, which declares ` +
                          (volumes.join(", ") || "none"),
                  },
              ],
    );
    const sources = (container["volumesFrom"] ?? []) as Values[];
    const missing = sources.flatMap((source, index) =>
        names.includes(source["sourceContainer"]) && source["sourceContainer"] !== container["name"]
            ? []
            : [
                  {
                      property: `${path}.volumesFrom[${index}].sourceContainer`,
                      reason: `"${String(source["sourceContainer"])}" is no other container of the task`,
                  },
              ],
    );
    return [...undeclared, ...missing];
}
