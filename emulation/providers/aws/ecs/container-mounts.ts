import type { Failure } from "../failure";
import type { Values } from "../property";

/** What is wrong with the mounts of a container: of volumes that are none, and of containers that are not there. */
export function mountFailures(
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
