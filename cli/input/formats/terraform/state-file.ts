import { field, isFields, itemsOf } from "../../document";
import { inModule } from "./configuration";
import { keyIn, type TerraformResource } from "./resource";

/** The only version of the file since Terraform 0.12. */
const version = 4;

/** The resources of the file in which Terraform keeps a state; undefined for other data. */
export function stateFileResources(data: unknown): readonly TerraformResource[] | undefined {
    const resources = field(data, "resources");
    if (field(data, "version") !== version || field(data, "lineage") === undefined || !Array.isArray(resources)) {
        return undefined;
    }
    return resources.flatMap((resource: unknown, at) => {
        const [type, name, mode, given] = ["type", "name", "mode", "module"].map((key) => field(resource, key));
        const module = typeof given === "string" ? given : "";
        const isData = mode === "data";
        const base = inModule(module, `${isData ? "data." : ""}${String(type)}.${String(name)}`);
        return itemsOf(field(resource, "instances")).flatMap((instance, index): TerraformResource[] => {
            const attributes = field(instance, "attributes");
            // One that is deposed goes as soon as its successor is there.
            if (field(instance, "deposed") !== undefined || !isFields(attributes)) {
                return [];
            }
            const key = keyIn(field(instance, "index_key"));
            const place = ["resources", at, "instances", index, "attributes"];
            return [{ type: String(type), address: base + key, base, key, module, isData, values: attributes, place }];
        });
    });
}
