import { field, isFields, type Fields } from "../../document";
import { defaultCase } from "./case";
import { Resolver } from "./resolver";

/** A nested stack in a template. */
export interface Nesting {
    /** The file of the template around it. */
    readonly parent: string;
    /** The parent's logical id for it. */
    readonly id: string;
    /** The file of its own template; undefined where none is told. */
    readonly child: string | undefined;
    /** What it is given as parameters. */
    readonly given: Fields;
}

/**
 * The nested stacks of a template.
 *
 * Source: AWS CloudFormation Template Reference, AWS::CloudFormation::Stack. The CDK writes in the metadata which file
 * the template is, unless that is turned off.
 *
 * @param childAt the file at a path relative to the parent's, or at a URL
 */
export function nestingsIn(
    template: unknown,
    parent: string,
    childAt: (place: string) => string | undefined,
): readonly Nesting[] {
    const resolver = new Resolver(template, defaultCase);
    const resources = field(template, "Resources");
    const stacks = Object.entries(isFields(resources) ? resources : {}).filter(
        ([, resource]) => field(resource, "Type") === "AWS::CloudFormation::Stack",
    );
    return stacks.map(([id, resource]) => {
        const url = field(resource, "Properties", "TemplateURL");
        const place = field(resource, "Metadata", "aws:asset:path") ?? resolver.text(url);
        const given = field(resource, "Properties", "Parameters");
        const child = typeof place === "string" ? childAt(place) : undefined;
        return { parent, id, child, given: isFields(given) ? given : {} };
    });
}
