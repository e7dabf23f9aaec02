/** A change of a task definition or a template. Paths are like `containerDefinitions[model].dependsOn[0].condition`. */
export type ExampleChange =
    /** Objects that are missing on the way are added. */
    | { readonly set: string; readonly to: unknown }
    | { readonly remove: string }
    /** Puts a value at the end of a list. */
    | { readonly add: string; readonly value: unknown }
    /** Puts a copy beside the original, under another name. */
    | { readonly copy: string; readonly as: string };

/**
 * The containers that `[model]` and `[sidecar]` stand for, in a path and as a text in a value. So a change that was
 * written for one task definition fits another.
 */
export interface ExampleRoles {
    readonly model: string;
    readonly sidecar: string;
}

/** A copy with the changes applied in order. */
export function changed<Definition extends object>(
    definition: Definition,
    changes: readonly ExampleChange[],
    roles: ExampleRoles,
): Definition {
    const copy = structuredClone(definition);
    for (const change of changes) {
        make(change, copy, roles);
    }
    return copy;
}

type Parent = Record<string, unknown>;

function make(change: ExampleChange, root: object, roles: ExampleRoles): void {
    if ("set" in change) {
        const [parent, key] = place(root, change.set, roles, "make what is missing");
        parent[key] = withNames(change.to, roles);
    } else if ("add" in change) {
        const [parent, key] = place(root, change.add, roles, "make what is missing");
        parent[key] = [...((parent[key] ?? []) as unknown[]), withNames(change.value, roles)];
    } else if ("copy" in change) {
        const [parent, key] = place(root, change.copy, roles);
        const copy = structuredClone(parent[key]) as Parent;
        if (Array.isArray(parent)) {
            parent.push({ ...copy, ["Name" in copy ? "Name" : "name"]: change.as });
        } else {
            parent[change.as] = copy;
        }
    } else {
        const [parent, key] = place(root, change.remove, roles);
        if (Array.isArray(parent)) {
            parent.splice(Number(key), 1);
        } else {
            delete parent[key];
        }
    }
}

/** What holds the value at a path, and the value's key there. */
function place(root: object, path: string, roles: ExampleRoles, missing?: "make what is missing"): [Parent, string] {
    let parent = root as Parent;
    let key: string | undefined;
    for (const [step, item] of path.matchAll(/\[([^\]]+)\]|[^.[\]]+/g)) {
        if (key !== undefined) {
            if (missing !== undefined) {
                parent[key] ??= {};
            }
            parent = parent[key] as Parent;
        }
        key = item === undefined ? step : indexOf(parent, item, roles);
        if (typeof parent !== "object" || key === undefined) {
            throw new Error(`${path} leads nowhere: there is no ${step}`);
        }
    }
    return [parent, String(key)];
}

function indexOf(list: unknown, item: string, roles: ExampleRoles): string | undefined {
    const name = container(item, roles) ?? item;
    const items = Array.isArray(list) ? (list as readonly Parent[]) : [];
    const index = /^\d+$/.test(item) ? Number(item) : items.findIndex((one) => (one["name"] ?? one["Name"]) === name);
    return items[index] === undefined ? undefined : String(index);
}

function withNames(value: unknown, roles: ExampleRoles): unknown {
    return JSON.parse(JSON.stringify(value), (_key, item: unknown) => {
        const [, role] = typeof item === "string" ? (/^\[(\w+)\]$/.exec(item) ?? []) : [];
        return (role === undefined ? undefined : container(role, roles)) ?? item;
    });
}

function container(role: string, { model, sidecar }: ExampleRoles): string | undefined {
    return role === "model" ? model : role === "sidecar" ? sidecar : undefined;
}
