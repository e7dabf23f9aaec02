import { type Failure, join } from "../failure";
import type { Values } from "../property";
import { isUnknown } from "../unknown";

/**
 * What is wrong with placement constraints, of a task definition or of a service. The language of an expression is not
 * read here: it is passed on as it stands.
 */
export function placementConstraintFailures(constraints: unknown): Failure[] {
    if (!Array.isArray(constraints)) {
        return [];
    }
    return (constraints as unknown[]).flatMap((constraint, index) => {
        if (isUnknown(constraint)) {
            return [];
        }
        const { type, expression } = constraint as Values;
        const property = join(join("placementConstraints", index), "expression");
        if (type === "distinctInstance" && expression !== undefined && expression !== "") {
            return [{ property, reason: "is given, but distinctInstance takes none: leave it out" }];
        }
        if (type !== "memberOf" || isUnknown(expression)) {
            return [];
        }
        return typeof expression === "string"
            ? []
            : [
                  {
                      property,
                      reason: "is missing; memberOf requires one, as attribute:ecs.instance-type == inf1.xlarge",
                  },
              ];
    });
}

const binpackFields = ["cpu", "memory"];

/** What is wrong with placement strategies. */
export function placementStrategyFailures(strategies: unknown): Failure[] {
    if (!Array.isArray(strategies)) {
        return [];
    }
    return (strategies as unknown[]).flatMap((strategy, index) => {
        if (isUnknown(strategy)) {
            return [];
        }
        const { type, field } = strategy as Values;
        const property = join(join("orderedPlacementStrategies", index), "field");
        if (isUnknown(field) || (field !== undefined && typeof field !== "string")) {
            return [];
        }
        if (type === "random" && field !== undefined && field !== "") {
            return [{ property, reason: `"${field}" is given, but random takes none: leave it out` }];
        }
        if (type === "binpack" && !binpackFields.includes((field ?? "").toLowerCase())) {
            return [
                {
                    property,
                    reason: `"${field ?? ""}" is not accepted; binpack requires one of ${binpackFields.join(", ")}`,
                },
            ];
        }
        return type === "spread" && (field === undefined || field === "")
            ? [
                  {
                      property,
                      reason: "is missing; spread requires one, as attribute:ecs.availability-zone or instanceId",
                  },
              ]
            : [];
    });
}
