import { UNKNOWN, type Known } from "../knowledge";
import { pascal } from "./fields";
import type { Reference } from "./model";
import type { SourceResource } from "./source";
import { kindOf, type Kind } from "./types";

/**
 * Finds what properties refer to: by the values that name a resource, and by what the source says went into them. Never by
 * how things are called.
 */
export class References {
    private readonly byId = new Map<string, SourceResource>();
    private readonly byParent = new Map<string, SourceResource[]>();

    /** @param complete whether the resources are all there are: else, what is not found may yet come */
    constructor(
        readonly resources: readonly SourceResource[],
        readonly complete: boolean,
    ) {
        for (const resource of resources) {
            this.byId.set(resource.id, resource);
            if (resource.parent !== undefined) {
                this.byParent.set(resource.parent, [...(this.byParent.get(resource.parent) ?? []), resource]);
            }
        }
    }

    ofKind(...kinds: readonly Kind[]): readonly SourceResource[] {
        return this.resources.filter(({ type }) => kinds.includes(kindOf(type) as Kind));
    }

    parentOf(resource: SourceResource): SourceResource | undefined {
        return resource.parent === undefined ? undefined : this.byId.get(resource.parent);
    }

    /**
     * The resources of a kind that a property names.
     *
     * @param values what stands there: names, ids or ARNs
     */
    find(resource: SourceResource, property: string, values: readonly Known<string>[], ...kinds: readonly Kind[]): Known<Reference<SourceResource>> {
        const candidates = this.ofKind(...kinds);
        const named = new Set<SourceResource>();
        let open = 0;
        for (const value of values) {
            const found = value === UNKNOWN ? undefined : candidates.find((candidate) => names(candidate, value));
            if (found === undefined) {
                open++;
            } else {
                named.add(found);
            }
        }
        const into = open === 0 ? [] : this.into(resource, property, kinds).filter((one) => !named.has(one));
        if (open > 0 && into.length === 0 && (!this.complete || values.includes(UNKNOWN))) {
            return UNKNOWN;
        }
        return { targets: [...named, ...into], elsewhere: open > 0 && into.length === 0 };
    }

    /** The resources of a kind whose values went into a property; through a component around them, too. */
    into(resource: SourceResource, property: string, kinds: readonly Kind[]): readonly SourceResource[] {
        const { dependencies = {} } = resource;
        const ids = [property, pascal(property)].flatMap((key) => (Object.hasOwn(dependencies, key) ? (dependencies[key] ?? []) : []));
        const found = ids.flatMap((id) => {
            const source = this.byId.get(id);
            return source === undefined ? [] : this.within(source, kinds, new Set());
        });
        return [...new Set(found)];
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

export function mapped<T, U>(reference: Known<Reference<T>>, read: (target: T) => U): Known<Reference<U>> {
    return reference === UNKNOWN ? UNKNOWN : { targets: reference.targets.map(read), elsewhere: reference.elsewhere };
}

/** Whether a value names a resource: as its id, its ARN, or as the name that AWS takes for it. */
function names(resource: SourceResource, value: string): boolean {
    const { properties, identifiers = [] } = resource;
    const own = ["id", "arn", "arnWithoutRevision", "name", "family", "autoScalingGroupName", "clusterName", "launchTemplateName"].flatMap((key) =>
        [key, pascal(key)].map((spelling) => (Object.hasOwn(properties, spelling) ? properties[spelling] : undefined)),
    );
    const known = [...identifiers, ...own].filter((one) => typeof one === "string" && one !== "");
    return known.includes(value) || known.includes(nameIn(value));
}

/** The name in an ARN or in `family:revision`. */
function nameIn(value: string): string {
    const last = value.slice(value.lastIndexOf("/") + 1);
    return value.startsWith("arn:") || !value.includes("/") ? last.replace(/:\d+$/, "") : value;
}
