import { field, isFields, itemsOf, type Fields, type Place } from "../../document";

const maxDepth = 32;

/** A resource of a plan or a state, in the module in which it stands. */
export interface TerraformResource {
    readonly type: string;
    /** `module.ml["a"].aws_ecs_service.web[0]` */
    readonly address: string;
    /** The same without the key of the instance. */
    readonly base: string;
    /** Its key among the instances by count or for_each, as it stands in the address: `[0]`, `["a"]`, or nothing. */
    readonly key: string;
    /** The address of the module; nothing for the root. */
    readonly module: string;
    readonly isData: boolean;
    readonly values: Fields;
    /** Where its values stand in the file. */
    readonly place: Place;
}

/** The resources of a module and of those in it, as `terraform show -json` has them. */
export function resourcesIn(module: unknown, place: Place, name = "", depth = 0): readonly TerraformResource[] {
    const own = itemsOf(field(module, "resources")).flatMap((resource, index): TerraformResource[] => {
        const [address, type, values] = ["address", "type", "values"].map((key) => field(resource, key));
        const key = keyIn(field(resource, "index"));
        return typeof address === "string" && typeof type === "string"
            ? [
                  {
                      type,
                      address,
                      base: address.slice(0, address.length - key.length),
                      key,
                      module: name,
                      isData: field(resource, "mode") === "data",
                      values: isFields(values) ? values : {},
                      place: [...place, "resources", index, "values"],
                  },
              ]
            : [];
    });
    const children = depth > maxDepth ? [] : itemsOf(field(module, "child_modules"));
    const nested = children.flatMap((child, index) => {
        const address = field(child, "address");
        const inside = typeof address === "string" ? address : "";
        return resourcesIn(child, [...place, "child_modules", index], inside, depth + 1);
    });
    return [...own, ...nested];
}

/** The key of an instance as an address has it. */
export function keyIn(index: unknown): string {
    return typeof index === "number" || typeof index === "string" ? `[${JSON.stringify(index)}]` : "";
}
