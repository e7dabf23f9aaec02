import type { Failure } from "../failure";
import type { Values } from "../property";
import { isUnknown } from "../unknown";

/** What is wrong with an Auto Scaling group. */
export function groupFailures(values: Values): Failure[] {
    return [...templateFailures(values), ...placeFailures(values), ...sizeFailures(values)];
}

function templateFailures(values: Values): Failure[] {
    const sources = ["launchTemplate", "mixedInstancesPolicy"].filter((name) => values[name] !== undefined);
    if (sources.length !== 1) {
        return [
            { property: "launchTemplate", reason: "exactly one of launchTemplate, mixedInstancesPolicy is required" },
        ];
    }
    const template = values["launchTemplate"] as Values | undefined;
    const named = template !== undefined && (template["id"] === undefined) === (template["name"] === undefined);
    return named && !isUnknown(template)
        ? [{ property: "launchTemplate.id", reason: "exactly one of id, name is required" }]
        : [];
}

function placeFailures(values: Values): Failure[] {
    const places = ["availabilityZones", "vpcZoneIdentifiers"].filter((name) => values[name] !== undefined);
    if (places.length !== 1) {
        return [
            {
                property: "vpcZoneIdentifiers",
                reason: "exactly one of vpcZoneIdentifiers (subnets), availabilityZones is required",
            },
        ];
    }
    const place = places[0] ?? "";
    return Array.isArray(values[place]) && values[place].length === 0
        ? [{ property: place, reason: "is an empty list; at least one is required" }]
        : [];
}

function sizeFailures(values: Values): Failure[] {
    const size = (name: string): number | undefined => (typeof values[name] === "number" ? values[name] : undefined);
    const [min, max, desired] = [size("minSize"), size("maxSize"), size("desiredCapacity")];
    const failures: Failure[] = [];
    if (min !== undefined && max !== undefined && min > max) {
        failures.push({ property: "minSize", reason: `is ${min}, more than the maxSize of ${max}` });
    }
    if (desired !== undefined && min !== undefined && desired < min) {
        failures.push({ property: "desiredCapacity", reason: `is ${desired}, less than the minSize of ${min}` });
    }
    if (desired !== undefined && max !== undefined && desired > max) {
        failures.push({ property: "desiredCapacity", reason: `is ${desired}, more than the maxSize of ${max}` });
    }
    return failures;
}
