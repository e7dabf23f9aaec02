import type { Failure } from "../failure";
import type { Values } from "../property";
import { holdsUnknown } from "../unknown";
import { placementConstraintFailures, placementStrategyFailures } from "./placement";

const strategies = "capacityProviderStrategies";

/** What is wrong with a service. */
export function serviceFailures(values: Values): Failure[] {
    return [
        ...placementConstraintFailures(values["placementConstraints"]),
        ...placementStrategyFailures(values["orderedPlacementStrategies"]),
        ...launchFailures(values),
        ...schedulingFailures(values),
    ];
}

function launchFailures(values: Values): Failure[] {
    return values["launchType"] !== undefined && values[strategies] !== undefined && !isEmpty(values[strategies])
        ? [
              {
                  property: "launchType",
                  reason:
                      `is given together with ${strategies}; Amazon ECS takes one of them: remove launchType to use ` +
                      "the capacity providers",
              },
          ]
        : [];
}

function isEmpty(value: unknown): boolean {
    return Array.isArray(value) && value.length === 0;
}

function schedulingFailures(values: Values): Failure[] {
    if (values["schedulingStrategy"] !== "DAEMON") {
        return values["taskDefinition"] === undefined &&
            (values["deploymentController"] as Values | undefined)?.["type"] !== "EXTERNAL"
            ? [{ property: "taskDefinition", reason: "is required, unless the deployment controller is EXTERNAL" }]
            : [];
    }
    return ["desiredCount", "orderedPlacementStrategies"]
        .filter((name) => values[name] !== undefined && !holdsUnknown(values[name]))
        .map((property) => ({
            property,
            reason: "is given, but a DAEMON service runs one task on each instance: leave it out",
        }));
}
