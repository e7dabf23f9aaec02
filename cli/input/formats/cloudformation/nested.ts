import { field, isFields } from "../../document";
import { openCase } from "./case";
import { nestedOutput, nestedParameter, type Export } from "./exports";
import { Resolver } from "./resolver";

/**
 * The resources that a template gives the parameters of its nested stacks, and those that it gets as their outputs.
 *
 * Source: AWS CloudFormation Template Reference, AWS::CloudFormation::Stack. The CDK writes in the metadata which file
 * the template is.
 *
 * @param childAt the template at a path relative to the parent's, and the path of its file
 */
export function nestedIn(
    template: unknown,
    file: string,
    childAt: (path: string) => readonly [file: string, template: unknown] | undefined,
): readonly (readonly [string, Export])[] {
    const resources = field(template, "Resources");
    return Object.entries(isFields(resources) ? resources : {}).flatMap(([id, resource]) => {
        const path = field(resource, "Metadata", "aws:asset:path") ?? field(resource, "Properties", "TemplateURL");
        const isNested = field(resource, "Type") === "AWS::CloudFormation::Stack" && typeof path === "string";
        const [childFile, child] = (isNested ? childAt(path) : undefined) ?? [];
        if (childFile === undefined) {
            return [];
        }
        const given = Object.entries(fieldsAt(resource, "Properties", "Parameters")).flatMap(([name, value]) =>
            entry(nestedParameter(childFile, name), file, template, value),
        );
        const got = Object.entries(fieldsAt(child, "Outputs")).flatMap(([name, output]) =>
            entry(nestedOutput(file, `${id}.Outputs.${name}`), childFile, child, field(output, "Value")),
        );
        return [...given, ...got];
    });
}

/** What a value in a template is, as far as one resource alone went into it. */
function entry(key: string, file: string, template: unknown, value: unknown): readonly (readonly [string, Export])[] {
    const [resource, ...more] = new Resolver(template, openCase).resolve(value).resources;
    return resource === undefined || more.length > 0 ? [] : [[key, { file, template, resource }]];
}

function fieldsAt(value: unknown, ...path: readonly string[]): Readonly<Record<string, unknown>> {
    const found = field(value, ...path);
    return isFields(found) ? found : {};
}
