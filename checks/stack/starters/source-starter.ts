import { UNKNOWN, type Known } from "../../../ecs/known";
import { at, items, pascal } from "../fields";
import type { Places } from "../places";
import type { SourceResource } from "../source-resource";

/** What starts tasks: its settings by the names that a service has for them, and where they stand in the resource. */
export interface SourceStarter {
    /** In words: `service "bert"`, `rule "nightly"`. */
    readonly title: string;
    /** Whether it keeps tasks running, and deploys them anew: an ECS service. */
    readonly isService: boolean;
    readonly settings: SourceResource;
    /** Where its settings stand. */
    readonly places: Places;
    /** Whether it, or its task definition, can have placement constraints. */
    readonly isPlaced: boolean;
    /** The containers' overrides, as RunTask takes them. */
    readonly overrides: Known<readonly unknown[]>;
}

/**
 * A resource with the settings of a starter as its properties. Each stands with the resource's own property that holds
 * it; "" with an object of them.
 */
export function settingsOf(
    resource: SourceResource,
    given: Readonly<Record<string, readonly [value: unknown, holder: string]>>,
): SourceResource {
    const properties: Record<string, unknown> = {};
    const dependencies: Record<string, readonly string[]> = {};
    const add = (key: string, value: unknown, holder: string) => {
        properties[key] = value;
        // What is known names its resource itself.
        if (isUnknownIn(value)) {
            dependencies[key] = resource.dependencies?.[holder] ?? resource.dependencies?.[pascal(holder)] ?? [];
        }
    };
    for (const [key, [value, holder]] of Object.entries(given)) {
        if (key !== "") {
            add(key, value, holder);
        } else {
            for (const one of settingNames) {
                add(one, at(value, one), holder);
            }
        }
    }
    properties["placementConstraints"] ??= at(given[""]?.[0], "placementConstraint");
    return { ...resource, properties, dependencies };
}

const settingNames = [
    ...["taskDefinition", "cluster", "launchType", "capacityProviderStrategy", "capacityProviderStrategies"],
    "placementConstraints",
];

function isUnknownIn(value: unknown): boolean {
    return value === UNKNOWN || (typeof value === "object" && value !== null && Object.values(value).some(isUnknownIn));
}

/** The overrides of containers in what RunTask takes as overrides. */
export function overridesIn(value: unknown): Known<readonly unknown[]> {
    return items(at(value, "containerOverrides"));
}
