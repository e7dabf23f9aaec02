import { field, isFields, itemsOf, type Fields } from "../../document";

const maxDepth = 32;

/** What the configuration says of resources and modules, without their values. */
export class TerraformConfiguration {
    private readonly resources = new Map<string, Fields>();

    constructor(private readonly root: unknown) {}

    /** The arguments of a resource; undefined where the file does not have its configuration. */
    expressionsOf(base: string, module: string): Fields | undefined {
        const expressions = field(this.resource(base, module), "expressions");
        return isFields(expressions) ? expressions : undefined;
    }

    /** What `count` or `for_each` of a resource names. */
    forEachOf(base: string, module: string): readonly string[] {
        return referencesIn(field(this.resource(base, module), "for_each_expression"));
    }

    /** What is given to a variable of a module, in the module around it. */
    variable(module: string, name: string): readonly string[] {
        const { parent, name: call } = splitModule(module);
        return referencesIn(field(this.module(parent), "module_calls", call, "expressions", name));
    }

    moduleForEach(module: string): readonly string[] {
        const { parent, name: call } = splitModule(module);
        return referencesIn(field(this.module(parent), "module_calls", call, "for_each_expression"));
    }

    output(module: string, name: string): readonly string[] {
        return referencesIn(field(this.module(module), "outputs", name, "expression"));
    }

    private resource(base: string, module: string): unknown {
        if (this.resources.size === 0) {
            this.add(this.root, "", 0);
        }
        const own = module === "" ? base : base.slice(module.length + 1);
        return this.resources.get(`${withoutKeys(module)} ${own}`);
    }

    private add(module: unknown, path: string, depth: number): void {
        for (const resource of itemsOf(field(module, "resources"))) {
            if (isFields(resource)) {
                this.resources.set(`${path} ${String(resource["address"])}`, resource);
            }
        }
        const calls = field(module, "module_calls");
        for (const [name, call] of Object.entries(depth < maxDepth && isFields(calls) ? calls : {})) {
            this.add(field(call, "module"), inModule(path, `module.${name}`), depth + 1);
        }
    }

    private module(address: string): unknown {
        const names = [...withoutKeys(address).matchAll(/module\.([^.]+)/g)].map(([, name]) => name ?? "");
        return names.reduce<unknown>((module, name) => field(module, "module_calls", name, "module"), this.root);
    }
}

export function inModule(module: string, address: string): string {
    return module === "" ? address : `${module}.${address}`;
}

/** `module.a.module.b["k"]` is the module `b` in `module.a`, of the key `["k"]`. */
export function splitModule(module: string): { readonly parent: string; readonly name: string; readonly key: string } {
    const [last = "", name = "", key = ""] =
        /(?:^|\.)module\.([\w-]+)(\[(?:\d+|"(?:[^"\\]|\\.)*")\])?$/.exec(module) ?? [];
    return { parent: module.slice(0, module.length - last.length), name, key };
}

function withoutKeys(address: string): string {
    return address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, "");
}

/** All that an expression, or the blocks in it, refer to; of `a.b[0].c`, `a.b[0]` and `a.b` only the longest. */
export function referencesIn(expression: unknown, depth = 0): readonly string[] {
    if (depth > maxDepth || typeof expression !== "object" || expression === null) {
        return [];
    }
    const own = field(expression, "references");
    if (!Array.isArray(own)) {
        return Object.values(expression).flatMap((value) => referencesIn(value, depth + 1));
    }
    const all = own.map(String);
    return all.filter((one) => !all.some((other) => other.startsWith(`${one}.`) || other.startsWith(`${one}[`)));
}
