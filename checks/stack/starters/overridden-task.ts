import { parsedJson } from "../../../ecs/json";
import { UNKNOWN, type Known } from "../../../ecs/known";
import { isFields } from "../../../ecs/task/value-types";
import { at, items } from "../fields";
import type { SourceResource } from "../source-resource";

/** What RunTask may override of a container, besides its environment; not its devices. */
const overridable = ["command", "cpu", "memory", "memoryReservation", "resourceRequirements"] as const;

/**
 * A task definition as it runs with overrides of its containers; undefined where its containers are not known.
 *
 * Source: Amazon ECS API Reference, ContainerOverride.
 */
export function overriddenBy(
    overrides: Known<readonly unknown[]>,
    definition: SourceResource,
): SourceResource | undefined {
    const given = at(definition.properties, "containerDefinitions");
    const containers = typeof given === "string" ? parsedJson(given) : given;
    if (!Array.isArray(containers)) {
        return undefined;
    }
    const containerDefinitions = (containers as unknown[]).map((container) => {
        if (overrides === UNKNOWN) {
            return isFields(container) ? { ...container, ...unknownOverrides } : container;
        }
        const override = overrides.find((one) => named(one) !== undefined && named(one) === named(container));
        return override === undefined ? container : overridden(container as object, override);
    });
    return { ...definition, properties: { ...definition.properties, containerDefinitions } };
}

/** While the overrides are not known, they may be of anything. */
const unknownOverrides = Object.fromEntries([...overridable, "environment"].map((key) => [key, UNKNOWN]));

/** Keys in camelCase come before those in PascalCase. */
function overridden(container: object, override: unknown): object {
    const changed = overridable.map((key) => [key, at(override, key)]).filter(([, value]) => value !== undefined);
    const variables = items(at(override, "environment"));
    const names = variables === UNKNOWN ? [] : variables.map(named);
    const own = items(at(container, "environment"));
    const environment =
        variables === UNKNOWN || own === UNKNOWN
            ? UNKNOWN
            : [...own.filter((one) => !names.includes(named(one))), ...variables];
    return { ...container, ...Object.fromEntries(changed), environment } as object;
}

function named(value: unknown): unknown {
    return at(value, "name");
}
