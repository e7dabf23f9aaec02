import { type Failure, join } from "../failure";
import type { Values } from "../property";

/** What is wrong with the port mappings of a container. */
export function portFailures(container: Values, path: string, networkMode: string | undefined): Failure[] {
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
