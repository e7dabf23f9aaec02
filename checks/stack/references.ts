import { UNKNOWN, type Known } from "../../ecs/known";
import { pascal } from "./fields";
import type { ResourceReference } from "./stack-resources";
import type { SourceResource } from "./source-resource";
import { listAt } from "./stack";
import { kindOf, type Kind } from "./resource-kind";

/**
 * Finds what properties refer to: by the values that name a resource, and by what the source says went into them. Never
 * by how things are called.
 */
export class ResourceReferences {
    private readonly byId = new Map<string | undefined, SourceResource>();
    private readonly byName = new Map<string, readonly SourceResource[]>();
    private readonly byParent = new Map<string | undefined, SourceResource[]>();

    /** @param complete whether the resources are all there are: else, what is not found may yet come */
    constructor(readonly complete: boolean) {}

    add(resource: SourceResource): void {
        this.byId.set(resource.id, resource);
        const kind = kindOf(resource.type);
        listAt(this.byParent, resource.parent).push(resource);
        for (const name of new Set(namesOf(resource))) {
            const key = `${kind} ${name}`;
            const others = (this.byName.get(key) ?? []).filter(({ id }) => id !== resource.id);
            this.byName.set(key, [...others, resource]);
        }
    }

    parentOf(resource: SourceResource): SourceResource | undefined {
        return this.byId.get(resource.parent);
    }

    /**
     * The resources of a kind that a property names. Of several that have one name, as in two Regions or accounts, it
     * is those whose values went into the property; where that is not told either, it is not known.
     *
     * @param property or an item of it, `capacityProviderStrategy[0]`, where the source says what went into that
     * @param values what stands there: names, ids or ARNs
     */
    find(
        resource: SourceResource,
        property: string,
        values: readonly Known<string>[],
        ...kinds: readonly Kind[]
    ): Known<ResourceReference<SourceResource>> {
        const named = new Set<SourceResource>();
        let notFound = 0;
        for (const value of values) {
            const namesakes = value === UNKNOWN ? [] : this.named(value, ...kinds);
            const sources = namesakes.length > 1 ? this.into(resource, property, kinds) : namesakes;
            const found = namesakes.filter((one) => sources.includes(one));
            if (found.length === 0 && namesakes.length > 0) {
                return UNKNOWN;
            }
            notFound += found.length === 0 ? 1 : 0;
            found.forEach((one) => named.add(one));
        }
        const into = notFound === 0 ? [] : this.into(resource, property, kinds).filter((one) => !named.has(one));
        if (notFound > 0 && into.length === 0 && (!this.complete || values.some(isUnknownName))) {
            return UNKNOWN;
        }
        return { targets: [...named, ...into], elsewhere: notFound > 0 && into.length === 0 };
    }

    /** The resources of a kind whose values went into a property; through a component around them, too. */
    into(resource: SourceResource, property: string, kinds: readonly Kind[]): readonly SourceResource[] {
        const { dependencies = {} } = resource;
        const sourcesOf = (name: string) => dependencies[name] ?? dependencies[pascal(name)];
        const ids = sourcesOf(property) ?? sourcesOf(property.replace(/\[.*/, "")) ?? [];
        const found = ids.flatMap((id) => {
            const source = this.byId.get(id);
            return source === undefined ? [] : this.within(source, kinds, new Set());
        });
        return [...new Set(found)];
    }

    /** All that have a name, or to which an id or an ARN belongs. */
    named(value: string, ...kinds: readonly Kind[]): readonly SourceResource[] {
        const keys = kinds.flatMap((kind) => [`${kind} ${value}`, `${kind} ${nameIn(value)}`]);
        return keys.map((key) => this.byName.get(key)).find((found) => found !== undefined) ?? [];
    }

    private within(resource: SourceResource, kinds: readonly Kind[], seen: Set<string>): readonly SourceResource[] {
        const kind = kindOf(resource.type);
        if (kind !== undefined) {
            return kinds.includes(kind) ? [resource] : [];
        }
        if (seen.has(resource.id)) {
            return [];
        }
        seen.add(resource.id);
        return (this.byParent.get(resource.id) ?? []).flatMap((child) => this.within(child, kinds, seen));
    }
}

export function mapped<T, U>(
    reference: Known<ResourceReference<T>>,
    read: (target: T) => U,
): Known<ResourceReference<U>> {
    return reference === UNKNOWN ? UNKNOWN : { targets: reference.targets.map(read), elsewhere: reference.elsewhere };
}

const namingKeys = [
    "id",
    "arn",
    "arnWithoutRevision",
    "name",
    "family",
    "autoScalingGroupName",
    "clusterName",
    "launchTemplateName",
    "jobDefinitionName",
    "jobQueueName",
    "computeEnvironmentName",
].flatMap((key) => [key, pascal(key)]);

/** The values that name a resource: its id, its ARN, and the name that AWS takes for it. */
export function namesOf({
    properties,
    identifiers = [],
}: Pick<SourceResource, "properties" | "identifiers">): readonly string[] {
    const names: string[] = [];
    for (const key of namingKeys) {
        const name = Object.hasOwn(properties, key) ? properties[key] : undefined;
        if (typeof name === "string") {
            names.push(name);
        }
    }
    return [...names, ...identifiers];
}

/** Whether a name is not known, or is that of a parameter of a template. */
function isUnknownName(value: Known<string>): boolean {
    return value === UNKNOWN || /^\$\{(?!AWS::)/.test(value);
}

/** The name in an ARN or in `family:revision`, and the id of a resource of a template in `${Id.Attribute}`. */
export function nameIn(value: string): string {
    const logicalId = /^\$\{(\w+)(?:\.\w+)?\}$/.exec(value)?.[1];
    if (logicalId !== undefined) {
        return logicalId;
    }
    const last = value.slice(value.lastIndexOf("/") + 1);
    return value.startsWith("arn:") || !value.includes("/") ? last.replace(/:\d+$/, "") : value;
}
