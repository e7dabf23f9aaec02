import { field, isFields, type Fields, type Warning } from "../../document";
import { hasTransform } from "./call";
import type { Expanded } from "./for-each";

/** Transforms that change nothing that the rules read, or that are read here. */
const readTransforms = ["AWS::LanguageExtensions", "AWS::Serverless", "AWS::SecretsManager", "AWS::CodeDeploy"];

/**
 * What of a template is not in its resources: other templates, and what macros make of it.
 *
 * @param checked the nested stacks whose templates are checked with it
 */
export function templateWarnings({ template, places }: Expanded, checked: readonly string[] = []): readonly Warning[] {
    const resources = Object.entries(field(template, "Resources") as Fields);
    return [
        ...macrosOf(template).map((name) => ({
            place: ["Transform"],
            text: `the macro ${name} may change this template; it is checked as it stands`,
        })),
        ...resources.flatMap(([id, resource]): Warning[] => {
            const place = places.get(id) ?? ["Resources"];
            const type = field(resource, "Type");
            if (type === "AWS::CloudFormation::Stack") {
                const text = `the stack ${id} has a template of its own, which is not checked with this one`;
                return checked.includes(id) ? [] : [{ place, text }];
            }
            if (hasTransform(field(resource, "Properties"))) {
                return [
                    { place, text: `${id} is not checked: what Fn::Transform puts into its properties is not known` },
                ];
            }
            return typeof type === "string" ? [] : [{ place, text: `${id} is not checked: it has no type` }];
        }),
    ];
}

/** The macros that may change a template in ways that are not known. */
export function macrosOf(template: Fields): readonly string[] {
    return [field(template, "Transform")]
        .flat()
        .map((transform) => (isFields(transform) ? field(transform, "Name") : transform))
        .filter((name): name is string => typeof name === "string")
        .filter((name) => !readTransforms.some((read) => name.startsWith(read)));
}
