import { field, isFields } from "../../document";
import { defaultCase } from "./case";
import { inSsm, type Export } from "./exports";
import { Resolver } from "./resolver";

/** What a template exports of its resources, and keeps of them in parameters of Systems Manager, by its key. */
export function exportsOf(template: unknown, file: string): readonly (readonly [string, Export])[] {
    const resolver = new Resolver(template, defaultCase);
    const entry = (name: unknown, value: unknown, keyOf: (name: string) => string) => {
        const text = resolver.text(name);
        const [resource, ...more] = resolver.resolve(value).resources;
        const isOne = typeof text === "string" && resource !== undefined && more.length === 0;
        return isOne ? [[keyOf(text), { file, template, resource }] as const] : [];
    };
    const outputs = valuesOf(field(template, "Outputs")).flatMap((output) =>
        entry(field(output, "Export", "Name"), field(output, "Value"), (name) => name),
    );
    const parameters = valuesOf(field(template, "Resources"))
        .filter((resource) => field(resource, "Type") === "AWS::SSM::Parameter")
        .flatMap((one) => entry(field(one, "Properties", "Name"), field(one, "Properties", "Value"), inSsm));
    return [...outputs, ...parameters];
}

function valuesOf(value: unknown): readonly unknown[] {
    return Object.values(isFields(value) ? value : {});
}
