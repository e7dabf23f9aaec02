import { ephemeralPorts, serverHealth, type ModelServer } from "../../contract";
import type { TaskPort } from "../task-definition/task-reference";

/** Ports of the targets, from the first to the last. */
export interface PortRange {
    readonly from: number;
    readonly to: number;
}

/** The port mapping of a container's TCP port. */
export function mappingOf(ports: readonly TaskPort[], containerPort: number, container?: string): TaskPort | undefined {
    return ports.find(
        (one) =>
            one.containerPort === containerPort &&
            (one.protocol ?? "tcp") === "tcp" &&
            (container === undefined || one.containerName === container),
    );
}

/**
 * The port in the container that answers a health check, where it is not the route's: the given one, or that of the
 * model server, where the route goes to another port of a container that maps it.
 */
export function healthPort(
    ports: readonly TaskPort[],
    route: { readonly container: string; readonly port: number },
    check: { readonly port?: number | undefined; readonly server?: string | undefined },
): number | undefined {
    const ofServer = check.server === undefined ? undefined : serverHealth[check.server as ModelServer].port;
    const isMapped = ofServer !== undefined && mappingOf(ports, ofServer, route.container) !== undefined;
    const port = check.port ?? (isMapped ? ofServer : undefined);
    return port === route.port ? undefined : port;
}

/** The ports at which a target is reached; those of Docker's choice where there is no port of the instance. */
export function rangeOf({ hostPort = 0 }: TaskPort): PortRange {
    return hostPort === 0 ? ephemeralPorts : { from: hostPort, to: hostPort };
}

/** Ranges, each once. */
export function distinctRanges(ranges: readonly PortRange[]): readonly PortRange[] {
    return [...new Map(ranges.map((range) => [`${range.from}-${range.to}`, range])).values()];
}
