import type { TerraformResource } from "./resource";

/**
 * The parameter of Systems Manager from which an image id comes: that of the data source to which the argument refers,
 * or in whose value the id stands.
 */
export function imageParameter(
    imageId: unknown,
    referred: readonly TerraformResource[],
    data: readonly TerraformResource[],
): string | undefined {
    const isParameter = ({ type }: TerraformResource) => type === "aws_ssm_parameter";
    const holds = ({ values }: TerraformResource) =>
        typeof imageId === "string" &&
        imageId.startsWith("ami-") &&
        [values["value"], values["insecure_value"]].some(
            (value) => typeof value === "string" && value.includes(imageId),
        );
    const found = referred.find(isParameter) ?? data.filter(isParameter).find(holds);
    const name = found?.values["name"];
    return typeof name === "string" ? name : undefined;
}
