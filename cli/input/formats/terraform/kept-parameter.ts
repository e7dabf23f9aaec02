import { referencesIn, type TerraformConfiguration } from "./configuration";
import type { TerraformReferences } from "./references";
import type { TerraformResource } from "./resource";

const parameterType = "aws_ssm_parameter";

/**
 * The resources behind a data source: of a parameter of Systems Manager, those whose values the same plan keeps in it;
 * none where several parameters may be meant.
 */
export function behindData(
    data: TerraformResource,
    managed: readonly TerraformResource[],
    configuration: TerraformConfiguration,
    references: TerraformReferences,
): readonly TerraformResource[] {
    if (data.type !== parameterType) {
        return [];
    }
    const into = (one: TerraformResource, argument: string) =>
        references
            .of(one, referencesIn(configuration.expressionsOf(one.base, one.module)?.[argument]))
            .filter(({ isData }) => !isData);
    const { name } = data.values;
    const isParameter = ({ type }: TerraformResource) => type === parameterType;
    const kept =
        typeof name === "string"
            ? managed.filter((one) => isParameter(one) && one.values["name"] === name)
            : into(data, "name").filter(isParameter);
    return kept.length === 1
        ? kept.flatMap((one) => ["value", "insecure_value"].flatMap((argument) => into(one, argument)))
        : [];
}
