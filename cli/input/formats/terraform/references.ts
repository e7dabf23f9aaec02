import { inModule, splitModule, type TerraformConfiguration } from "./configuration";
import type { TerraformResource } from "./resource";

const maxSteps = 32;

/** Where references stand: in a module, for one instance. */
interface Scope {
    readonly module: string;
    /** The key of the instance: `["a"]`, or nothing. */
    readonly key: string;
    /** What the instances are created for. */
    readonly forEach: readonly string[];
}

/** Finds the resources that references name; through the variables and outputs of modules, too. */
export class TerraformReferences {
    private readonly byBase = new Map<string, TerraformResource[]>();
    private readonly modules: ReadonlySet<string>;

    constructor(
        resources: readonly TerraformResource[],
        private readonly configuration: TerraformConfiguration,
    ) {
        for (const resource of resources) {
            const instances = this.byBase.get(resource.base) ?? [];
            this.byBase.set(resource.base, instances);
            instances.push(resource);
        }
        this.modules = new Set(resources.map(({ module }) => module));
    }

    /** The resources that an argument of a resource refers to. */
    of(resource: TerraformResource, references: readonly string[]): readonly TerraformResource[] {
        const { module, key, base } = resource;
        return [
            ...new Set(
                this.resolve(references, { module, key, forEach: this.configuration.forEachOf(base, module) }, 0),
            ),
        ];
    }

    private resolve(references: readonly string[], scope: Scope, steps: number): readonly TerraformResource[] {
        if (steps > maxSteps) {
            return [];
        }
        const isByKey = references.some((one) => /^(?:each\.key|count\.index|each\.value)\b/.test(one));
        const wanted = isByKey ? scope.key : "";
        return references.flatMap((reference): readonly TerraformResource[] => {
            const [first = "", second = ""] = reference.split(/[.[]/);
            switch (first) {
                case "each":
                    // What is created for each of some resources goes by their keys.
                    return second === "value"
                        ? this.resolve([...scope.forEach, "each.key"], { ...scope, forEach: [] }, steps + 1)
                        : [];
                case "var":
                    return this.variable(second, scope.module, steps);
                case "module":
                    return this.output(reference, scope.module, wanted, steps);
                case "local":
                case "path":
                case "count":
                case "self":
                case "terraform":
                    return [];
                default: {
                    const [, base = "", key = ""] = resourcePattern.exec(reference) ?? [];
                    return withKey(this.byBase.get(inModule(scope.module, base)) ?? [], key || wanted);
                }
            }
        });
    }

    private variable(name: string, module: string, steps: number): readonly TerraformResource[] {
        if (module === "") {
            return [];
        }
        const { parent, key } = splitModule(module);
        const scope = { module: parent, key, forEach: this.configuration.moduleForEach(module) };
        return this.resolve(this.configuration.variable(module, name), scope, steps + 1);
    }

    private output(reference: string, module: string, wanted: string, steps: number): readonly TerraformResource[] {
        const [, call = "", key = "", name = ""] = outputPattern.exec(reference) ?? [];
        const base = inModule(module, call);
        const instances = [...this.modules].filter((one) => one === base || one.startsWith(`${base}[`));
        const own = instances.filter(
            (one) => inModule(splitModule(one).parent, `module.${splitModule(one).name}`) === base,
        );
        const chosen = own.filter((one) => splitModule(one).key === (key || wanted));
        return (chosen.length > 0 ? chosen : own).flatMap((one) =>
            this.resolve(this.configuration.output(one, name), { module: one, key: "", forEach: [] }, steps + 1),
        );
    }
}

const key = String.raw`(\[(?:\d+|"(?:[^"\\]|\\.)*")\])?`;
const resourcePattern = new RegExp(String.raw`^((?:data\.)?[\w-]+\.[\w-]+)${key}`);
const outputPattern = new RegExp(String.raw`^(module\.[\w-]+)${key}(?:\.([\w-]+))?`);

/** The instance with a key; all when none has it. */
function withKey(instances: readonly TerraformResource[], wanted: string): readonly TerraformResource[] {
    const chosen = instances.filter((one) => one.key === wanted);
    return chosen.length > 0 ? chosen : instances;
}
