import { known, whenKnown, type Known } from "../known";
import { containersOf } from "./containers";
import type { TaskDefinition } from "./task-definition";

/** A port of a container that can be reached from outside of the task. */
export interface MappedPort {
    readonly containerName: string;
    readonly containerPort: number;
    /** The port of the instance, or in `awsvpc` of the task; 0 where Docker chooses it. */
    readonly hostPort: number;
    readonly protocol: string;
}

/**
 * The ports of a task's containers that can be reached from outside of it, but for ranges; unknown where one of them
 * is. In `awsvpc` and `host` a host port is given too, as ECS stores it.
 */
export function mappedPorts(definition: TaskDefinition): Known<MappedPort[]> {
    return whenKnown(() =>
        containersOf(definition).flatMap(({ path, name, portMappings }) => {
            const ports = known(portMappings, path).map(({ containerPort, hostPort, protocol }) => ({
                containerName: known(name, path),
                containerPort: known(containerPort, path),
                hostPort: known(hostPort, path),
                protocol: known(protocol, path),
            }));
            return ports.filter(({ containerPort }) => containerPort > 0);
        }),
    );
}
