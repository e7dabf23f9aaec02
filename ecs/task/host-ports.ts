import { known, Undecided, UNKNOWN } from "../known";
import { containersOf } from "./containers";
import type { TaskDefinition } from "./task-definition";

/**
 * The ports of the instance that each task of the definition holds. @throws Undecided while none is known, but one may
 * be
 */
export function staticHostPorts(task: TaskDefinition): readonly number[] {
    const mode = known(task.networkMode, ["networkMode"]);
    if (mode === "awsvpc") {
        // Each task has an address of its own.
        return [];
    }
    const ports = containersOf(task).flatMap(({ path, portMappings }) => {
        const at = [...path, "portMappings"];
        // With host, the container's ports are the instance's.
        return known(portMappings, at).map(({ hostPort, containerPort }) => ({
            at,
            port: mode === "host" ? containerPort : hostPort,
        }));
    });
    const held = ports.map(({ port }) => port).filter((port): port is number => typeof port === "number" && port > 0);
    const open = ports.find(({ port }) => port === UNKNOWN);
    if (held.length === 0 && open !== undefined) {
        throw new Undecided({ path: open.at });
    }
    return [...new Set(held)];
}
