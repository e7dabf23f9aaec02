import type { Failure } from "../failure";
import type { Values } from "../property";
import type { Container } from "./container-definition";
import { dependencyFailures } from "./container-dependencies";
import { mountFailures } from "./container-mounts";
import { portFailures } from "./container-ports";
import { containerRangeFailures } from "./container-ranges";

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
                      ...containerRangeFailures(definition, path),
                      ...portFailures(definition, path, task.networkMode),
                      ...mountFailures(definition, path, names, task.volumes),
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
