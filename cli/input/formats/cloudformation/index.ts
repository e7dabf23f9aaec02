import { kindOf, type SourceResource } from "../../../../checks";
import { field, isFields, type Document, type Fields, type Place } from "../../document";
import { hasTransform } from "./call";
import { defaultCase, type Case } from "./case";
import { casesOf } from "./cases";
import { choicesOf } from "./choices";
import { coerced } from "./coercion";
import { conditionsIn } from "./condition";
import { importedId, type Exports } from "./exports";
import { withoutLoops, type Expanded } from "./for-each";
import { notAllowed, withParameters, type GivenValues } from "./given-parameters";
import type { ReadOptions } from "../../read-options";
import { Resolver } from "./resolver";
import { templateWarnings } from "./warnings";

export const cloudFormationFormat = "CloudFormation template";

/**
 * A CloudFormation template, JSON or YAML: a stack for each way in which its conditions can be.
 *
 * @param given the values of its parameters, by their names
 * @param folder what its folder tells of it
 */
export function readCloudFormation(
    data: unknown,
    given: GivenValues,
    { exports = new Map(), file = "", nestedStacks = [] }: Omit<ReadOptions, "parameters"> = {},
): readonly Document[] | undefined {
    const declared = field(data, "Resources");
    if (!isFields(data) || !isFields(declared) || !Object.entries(declared).some(isResource)) {
        return undefined;
    }
    const expanded = withoutLoops(withParameters(data, given));
    const conditions = conditionsOf(expanded.template);
    const cases = casesOf(expanded.template, conditions);
    const tooMany =
        `with ${conditions.length} conditions there are too many cases to check each; ` +
        "what they decide is not known";
    const warnings = [
        ...expanded.warnings,
        ...templateWarnings(expanded, nestedStacks),
        ...notAllowed(data, given),
        ...(cases === undefined ? [{ place: ["Conditions"], text: tooMany }] : []),
    ];
    const declaredParameters = field(data, "Parameters");
    const parameters = isFields(declaredParameters) ? Object.keys(declaredParameters) : [];
    return (cases ?? [defaultCase]).map((one) => {
        const document = readCase(expanded, one, exports, file);
        const own = ownIds(exports, file);
        const resources = document.resources.map((resource) => renamed(resource, own));
        const others = templatesBehind(resources, exports, file).map((resource) => renamed(resource, own));
        return { ...document, resources: [...resources, ...others], parameters, warnings };
    });
}

/** The resources of the templates from which some import; findings on them belong to their own file. */
function templatesBehind(
    resources: readonly SourceResource[],
    exports: Exports,
    ownFile: string,
): readonly SourceResource[] {
    const byId = new Map([...exports.values()].map((one) => [importedId(one), one]));
    const read = new Map<string, readonly SourceResource[]>([[ownFile, []]]);
    const follow = (importing: readonly SourceResource[]): void => {
        for (const id of importing.flatMap(({ dependencies = {} }) => Object.values(dependencies).flat())) {
            const one = byId.get(id);
            if (one !== undefined && !read.has(one.file)) {
                const { file, template } = one;
                const expanded = withoutLoops(template as Fields);
                const document = readCase(expanded, defaultCase, exports, file);
                const ids = new Map(document.resources.map((own) => [own.id, importedId({ file, resource: own.id })]));
                const others = document.resources.map((own) => ({ ...renamed(own, ids), identifiers: [] }));
                read.set(file, others);
                follow(others);
            }
        }
    };
    follow(resources);
    return [...read.values()].flat();
}

/** The ids by which a file's own resources are known to others, with their own. */
function ownIds(exports: Exports, file: string): ReadonlyMap<string, string> {
    const own = [...exports.values()].filter((one) => one.file === file);
    return new Map(own.map((one) => [importedId(one), one.resource]));
}

/** A resource with other ids, of itself and of what went into it. */
function renamed(resource: SourceResource, ids: ReadonlyMap<string, string>): SourceResource {
    const idOf = (id: string) => ids.get(id) ?? id;
    const { id, dependencies = {} } = resource;
    const read = Object.entries(dependencies).map(([key, from]) => [key, from.map(idOf)] as const);
    return { ...resource, id: idOf(id), dependencies: Object.fromEntries(read) };
}

function isResource([key, value]: readonly [string, unknown]): boolean {
    return typeof field(value, "Type") === "string" || key.startsWith("Fn::ForEach::");
}

/** The conditions on which what rules look at depends. */
function conditionsOf(template: Fields): readonly string[] {
    const names = Object.values(field(template, "Resources") as Fields).flatMap((resource) => {
        const [type, condition] = [field(resource, "Type"), field(resource, "Condition")];
        return typeof type === "string" && kindOf(type) !== undefined
            ? [...(typeof condition === "string" ? [condition] : []), ...conditionsIn(field(resource, "Properties"))]
            : [];
    });
    return [...new Set(names)];
}

function readCase({ template, places }: Expanded, chosen: Case, exports: Exports, file: string): Document {
    const resolver = new Resolver(template, chosen, exports, file);
    const inside = new Map<string, Place>();
    const resources = Object.entries(field(template, "Resources") as Fields).flatMap(
        ([id, resource]): SourceResource[] => {
            const [type, given] = [field(resource, "Type"), field(resource, "Properties")];
            if (
                typeof type !== "string" ||
                hasTransform(given) ||
                chosen.conditions.get(String(field(resource, "Condition"))) === false
            ) {
                return [];
            }
            inside.set(id, [...(places.get(id) ?? []), "Properties"]);
            const properties: Record<string, unknown> = {};
            const dependencies: Record<string, readonly string[]> = {};
            for (const [key, value] of Object.entries(isFields(given) ? given : {})) {
                const resolved = resolver.resolve(value, key);
                properties[key] = resolved.value;
                dependencies[key] = resolved.resources;
                for (const [index, item] of Array.isArray(value) ? value.entries() : []) {
                    dependencies[`${key}[${index}]`] = resolver.resolve(item).resources;
                }
            }
            const taken = kindOf(type) === "taskDefinition" ? coerced(properties) : properties;
            return [{ id, type, properties: taken, dependencies, identifiers: [id] }];
        },
    );
    const { conditions } = chosen;
    return {
        format: cloudFormationFormat,
        resources,
        places: inside,
        conditions,
        choices: choicesOf(conditions),
    };
}
