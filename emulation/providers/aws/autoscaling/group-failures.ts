import type { Failure } from "../failure";
import type { Values } from "../property";
import { isUnknown } from "../unknown";
import { refreshFailures } from "./instance-refresh";
import { hookFailures } from "./lifecycle-hooks";
import { rangeFailures } from "../ranges";

/** What is wrong with an Auto Scaling group. */
export function groupFailures(values: Values): Failure[] {
    return [
        ...templateFailures(values),
        ...placeFailures(values),
        ...sizeFailures(values),
        ...lifetimeFailures(values["maxInstanceLifetime"]),
        ...maintenanceFailures(values["instanceMaintenancePolicy"]),
        ...rangeFailures("mixedInstancesPolicy.instancesDistribution", distributionOf(values), {
            onDemandBaseCapacity: [0, Infinity],
            onDemandPercentageAboveBaseCapacity: [0, 100],
        }),
        ...hookFailures(values),
        ...refreshFailures(values),
    ];
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

const day = 86_400;

/** Source: EC2 Auto Scaling API Reference, MaxInstanceLifetime. */
function lifetimeFailures(lifetime: unknown): Failure[] {
    return typeof lifetime !== "number" || lifetime === 0 || (lifetime >= day && lifetime <= 365 * day)
        ? []
        : [
              {
                  property: "maxInstanceLifetime",
                  reason: `is ${lifetime} s; it is 0, or lies between ${day} (one day) and ${365 * day} (365 days)`,
              },
          ];
}

/** Source: EC2 Auto Scaling API Reference, InstanceMaintenancePolicy. */
function maintenanceFailures(policy: unknown): Failure[] {
    const path = "instanceMaintenancePolicy";
    const { minHealthyPercentage: min, maxHealthyPercentage: max } = (policy ?? {}) as Values;
    if (typeof min !== "number" || typeof max !== "number" || (min === -1 && max === -1)) {
        return [];
    }
    const outside = rangeFailures(path, policy as Values, {
        maxHealthyPercentage: [100, 200],
        minHealthyPercentage: [0, 100],
    });
    return outside.length > 0 || max - min <= 100
        ? outside
        : [{ property: path, reason: `spans ${max - min} percent, from ${min} to ${max}; it may span 100` }];
}

function distributionOf(values: Values): Values | undefined {
    return (values["mixedInstancesPolicy"] as Values | undefined)?.["instancesDistribution"] as Values | undefined;
}
