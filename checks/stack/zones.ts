import { UNKNOWN, type Known } from "../../ecs/known";
import { at, firstAt, items, text } from "./fields";
import type { ResourceReferences } from "./references";
import type { SourceResource } from "./source-resource";

/** Availability Zones; one of which the name is not known stands for any. */
export type Zones = Known<readonly Known<string>[]>;

/** The zones that something names itself, or else those of its subnets; nothing known where neither stands there. */
export function zonesOf(
    resource: SourceResource,
    references: ResourceReferences,
    { names, subnets }: { readonly names: string; readonly subnets: readonly (readonly [string, ...string[]])[] },
): Zones {
    const given = items(at(resource.properties, names));
    if (given === UNKNOWN || given.length > 0) {
        return given === UNKNOWN ? UNKNOWN : given.map((zone) => text(zone) ?? UNKNOWN);
    }
    const path = subnets.find((one) => at(resource.properties, ...one) !== undefined);
    return path === undefined ? UNKNOWN : zonesOfSubnets(resource, references, path);
}

/** The zones of the subnets that a property lists, where it is known which these are. */
export function zonesOfSubnets(
    resource: SourceResource,
    references: ResourceReferences,
    path: readonly [string, ...string[]],
): Zones {
    const given = items(firstAt(resource.properties, path));
    if (given === UNKNOWN) {
        return UNKNOWN;
    }
    const values = given.map((one) => text(one) ?? UNKNOWN);
    const found = references.find(resource, path[0], values, "subnet");
    return found === UNKNOWN || found.elsewhere || found.targets.length < countOf(values)
        ? UNKNOWN
        : [...new Set(found.targets.map(({ properties }) => text(at(properties, "availabilityZone")) ?? UNKNOWN))];
}

/** How many subnets there are at least: each that is not known may be one of its own. */
function countOf(values: readonly Known<string>[]): number {
    const named = values.filter((value) => value !== UNKNOWN);
    return new Set(named).size + values.length - named.length;
}
