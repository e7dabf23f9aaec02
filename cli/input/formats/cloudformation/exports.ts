import { field, isFields } from "../../document";

/** A resource that another template exports by name. */
export interface Export {
    /** The path of the template's file, which tells its resources from those of others. */
    readonly file: string;
    readonly template: unknown;
    readonly resource: string;
}

export type Exports = ReadonlyMap<string, Export>;

/** What a template exports of its resources: by `Ref` or `Fn::GetAtt`, under a literal name. */
export function exportsOf(template: unknown, file: string): readonly (readonly [string, Export])[] {
    const outputs = field(template, "Outputs");
    return Object.values(isFields(outputs) ? outputs : {}).flatMap((output) => {
        const [name, value] = [field(output, "Export", "Name"), field(output, "Value")];
        const [resource] = String(field(value, "Ref") ?? [field(value, "Fn::GetAtt")].flat()[0]).split(".");
        const isResource = resource !== undefined && field(template, "Resources", resource) !== undefined;
        return typeof name === "string" && isResource ? [[name, { file, template, resource }] as const] : [];
    });
}

/** The id of another template's resource. */
export function importedId({ file, resource }: Pick<Export, "file" | "resource">): string {
    return `${resource} of ${file}`;
}

/** The exports that a template imports by name. */
export function importsIn(node: unknown, exports: Exports): readonly Export[] {
    if (typeof node !== "object" || node === null) {
        return [];
    }
    const name = field(node, "Fn::ImportValue");
    const own = typeof name === "string" ? exports.get(name) : undefined;
    return own === undefined ? Object.values(node).flatMap((item) => importsIn(item, exports)) : [own];
}
