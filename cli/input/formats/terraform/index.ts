import { resolveSsmPrefix } from "../../../../contract";
import type { SourceResource } from "../../../../checks";
import { field, itemsOf, type Document, type Fields } from "../../document";
import { TerraformConfiguration, referencesIn } from "./configuration";
import { imageParameter } from "./image-parameter";
import { behindData } from "./kept-parameter";
import { TerraformReferences } from "./references";
import { resourcesIn, type TerraformResource } from "./resource";
import { stateFileResources } from "./state-file";
import { camel, valuesOf } from "./values";

/** A Terraform plan or state, as `terraform show -json` writes it, or the file in which Terraform keeps a state. */
export function readTerraform(data: unknown): Document | undefined {
    if (isPlan(data)) {
        const resources = resourcesIn(field(data, "planned_values", "root_module"), ["planned_values", "root_module"]);
        // What is read before a plan stands in the state before it.
        const before = resourcesIn(field(data, "prior_state", "values", "root_module"), []);
        return documentOf("Terraform plan", data, resources, before);
    }
    const root = field(data, "values", "root_module");
    if (root !== undefined && field(data, "terraform_version") !== undefined) {
        return documentOf("Terraform state", data, resourcesIn(root, ["values", "root_module"]), []);
    }
    const resources = stateFileResources(data);
    return resources && documentOf("Terraform state", data, resources, []);
}

function isPlan(data: unknown): boolean {
    return (
        field(data, "planned_values", "root_module") !== undefined ||
        (field(data, "terraform_version") !== undefined && field(data, "resource_changes") !== undefined)
    );
}

function documentOf(
    format: string,
    data: unknown,
    now: readonly TerraformResource[],
    before: readonly TerraformResource[],
): Document {
    const managed = now.filter(({ isData }) => !isData);
    const read = [...now, ...before].filter(({ isData }) => isData);
    const unknowns = new Map(
        itemsOf(field(data, "resource_changes")).map((change) => [
            field(change, "address"),
            field(change, "change", "after_unknown"),
        ]),
    );
    const configuration = new TerraformConfiguration(field(data, "configuration", "root_module"));
    const references = new TerraformReferences([...managed, ...read], configuration);
    const resources = managed.map((resource): SourceResource => {
        const { address, base, module, type, values } = resource;
        const expressions = configuration.expressionsOf(base, module);
        const referred = Object.fromEntries(
            withItems(expressions ?? {}).map(([key, expression]) => [
                key,
                references.of(resource, referencesIn(expression)),
            ]),
        );
        const properties = valuesOf(values, unknowns.get(address), expressions);
        const parameter = imageParameter(
            values["image_id"] ?? values["ami"],
            [...(referred["image_id"] ?? []), ...(referred["ami"] ?? [])],
            read,
        );
        return {
            id: address,
            type,
            properties:
                parameter === undefined ? properties : { ...properties, imageId: `${resolveSsmPrefix}${parameter}` },
            dependencies: Object.fromEntries(
                Object.entries(referred).map(([key, targets]) => [
                    camel(key),
                    targets
                        .flatMap((one) => (one.isData ? behindData(one, managed, configuration, references) : [one]))
                        .map((target) => target.address),
                ]),
            ),
        };
    });
    return { format, resources, places: new Map(managed.map(({ address, place }) => [address, place])) };
}

/** What is given to each argument, and to each of several blocks under `argument[0]`. */
function withItems(expressions: Fields): readonly (readonly [string, unknown])[] {
    return Object.entries(expressions).flatMap(([key, expression]) => [
        [key, expression] as const,
        ...(Array.isArray(expression) ? expression.map((item, index) => [`${key}[${index}]`, item] as const) : []),
    ]);
}
