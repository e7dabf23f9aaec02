import { known, Undecided, UNKNOWN } from "../knowledge";
import type { TaskDefinition } from "./model";

/** The ports of the instance that each task of the definition holds. @throws Undecided while none is known, but one may be */
export function staticHostPorts(task: TaskDefinition): readonly number[] {
    const mode = known(task.networkMode, "networkMode") ?? "bridge";
    const mappings = known(task.containers, "containerDefinitions").flatMap(({ path, portMappings }) => known(portMappings, `${path}.portMappings`));
    // With awsvpc each task has an address of its own; with host, every port is one of the instance.
    const ports = mode === "awsvpc" ? [] : mappings.map(({ hostPort, containerPort }) => (mode === "host" && hostPort === 0 ? containerPort : hostPort));
    const held = ports.filter((port): port is number => port !== UNKNOWN && port > 0);
    if (held.length === 0 && ports.includes(UNKNOWN)) {
        throw new Undecided("portMappings");
    }
    return [...new Set(held)];
}
