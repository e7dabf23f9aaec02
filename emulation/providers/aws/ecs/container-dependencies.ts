import type { Failure } from "../failure";
import type { Values } from "../property";
import type { Container } from "./container-definition";

interface Dependency {
    readonly containerName: string;
    readonly condition: string;
}

/** What is wrong with the start order of containers. */
export function dependencyFailures(containers: readonly Container[]): Failure[] {
    const byName = new Map(containers.map((container) => [String(container.definition["name"]), container]));
    const failures = containers.flatMap((container, index) =>
        dependenciesOf(container).flatMap((dependency, position): Failure[] => {
            const property = `containerDefinitions[${index}].dependsOn[${position}]`;
            const target = byName.get(dependency.containerName);
            if (target === undefined || target === container) {
                return [
                    {
                        property: `${property}.containerName`,
                        reason: `"${dependency.containerName}" is no other container of the task`,
                    },
                ];
            }
            return target.isWellTyped ? conditionFailures(dependency, target.definition, property) : [];
        }),
    );
    const cycle = findCycle(byName);
    return cycle === undefined
        ? failures
        : [
              ...failures,
              { property: "containerDefinitions", reason: `containers wait for each other: ${cycle.join(" -> ")}` },
          ];
}

function conditionFailures({ containerName, condition }: Dependency, target: Values, property: string): Failure[] {
    if (condition === "HEALTHY" && target["healthCheck"] === undefined) {
        return [
            {
                property: `${property}.condition`,
                reason: `is HEALTHY, which requires a healthCheck on "${containerName}"`,
            },
        ];
    }
    return (condition === "COMPLETE" || condition === "SUCCESS") && target["essential"] !== false
        ? [
              {
                  property: `${property}.condition`,
                  reason:
                      `is ${condition}, which an essential container cannot reach: set essential to false on ` +
                      `"${containerName}"`,
              },
          ]
        : [];
}

function dependenciesOf({ definition, isWellTyped }: Container): Dependency[] {
    return isWellTyped ? ((definition["dependsOn"] ?? []) as Dependency[]) : [];
}

function findCycle(byName: ReadonlyMap<string, Container>): string[] | undefined {
    const done = new Set<string>();
    const visit = (name: string, path: string[]): string[] | undefined => {
        if (path.includes(name)) {
            return [...path.slice(path.indexOf(name)), name];
        }
        const container = done.has(name) ? undefined : byName.get(name);
        done.add(name);
        for (const { containerName } of container === undefined ? [] : dependenciesOf(container)) {
            // A container that names itself is reported as such.
            const cycle = containerName === name ? undefined : visit(containerName, [...path, name]);
            if (cycle !== undefined) {
                return cycle;
            }
        }
        return undefined;
    };
    for (const name of byName.keys()) {
        const cycle = visit(name, []);
        if (cycle !== undefined) {
            return cycle;
        }
    }
    return undefined;
}
