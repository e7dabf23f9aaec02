import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Analyzer, type PropertyDefinition } from "@pulumi/pulumi/provider/experimental/analyzer";
import { getPulumiComponents } from "@pulumi/pulumi/provider/experimental/provider";
import { generateSchema } from "@pulumi/pulumi/provider/experimental/schema";
import ts from "typescript";
import * as components from "../components";
import { packageName } from "../contract";
import manifest from "../plugin/package.json";
import { withDefault } from "./reference/comment-text";
import { filledIn, languages, presentation } from "./schema-settings";

/** The schema that the provider answers. */
export const schemaFile = "plugin/schema.json";

/** A property, with what the analyzer does not know of it. */
type Property = PropertyDefinition & { readonly default?: number | boolean | string };
type Properties = Readonly<Record<string, PropertyDefinition>>;

/** The outputs that may be absent, by component. Their TypeScript types leave that out, so that arguments take them. */
const absentOutputs: Readonly<Record<string, readonly string[]>> = { Cluster: ["pool"] };

/** The numbers that need not be whole. Every other one counts something. */
const fractions = ["canaryPercent", "stepPercent", "target"];

/**
 * The Pulumi package schema of the components, from which SDKs are generated: what Pulumi's analyzer reads in the
 * sources, and what it does not: whole numbers, defaults, and what types are.
 *
 * @param root The project's root.
 */
export function packageSchema(root: string): string {
    const { version, description } = manifest;
    const sources = { ...manifest, main: join(root, "components", "index.js") };
    const names = new Set(getPulumiComponents(components).map((component) => component.name));
    const read = withReferencesAsInputs(root, () =>
        new Analyzer(join(root, "scripts", "schema-sources"), packageName, sources, names).analyze(),
    );
    const schema = generateSchema(
        packageName,
        version,
        description,
        read.components,
        read.typeDefinitions,
        read.dependencies,
    );
    const texts = docstrings(root);
    const given = outputTypes(schema);
    const ofPools = schema.types?.[`${packageName}:index:ClusterPool`]?.properties ?? {};
    const whole = {
        ...schema,
        ...presentation,
        resources: mapped(schema.resources, ({ inputProperties, properties, required = [], ...resource }, token) => {
            const absent = absentOutputs[nameOf(token)] ?? [];
            return {
                ...resource,
                required: required.filter((output) => !absent.includes(output)),
                description: oneLine(resource.description),
                // Beside several pools, the arguments of a single one are refused.
                inputProperties: refined(inputProperties as Properties, inputProperties?.["pools"] ? ofPools : {}),
                properties: mapped(refined(properties as Properties), (property, output) => ({
                    ...property,
                    ...(absent.includes(output) && { optional: true }),
                })),
            };
        }),
        types: mapped(schema.types, ({ properties, ...type }, token) => ({
            ...type,
            description: texts.get(nameOf(token)),
            ...(properties && { properties: refined(given.has(token) ? withoutPlain(properties) : properties) }),
        })),
        language: mapped(schema.language, (settings, language) => ({
            ...(settings as object),
            ...languages[language as keyof typeof languages],
        })),
    };
    return `${JSON.stringify(whole, undefined, 2)}\n`;
}

/** The analyzer knows no unions: it reads the type of references as what other languages can give, an input. */
function withReferencesAsInputs<T>(root: string, analyze: () => T): T {
    const file = join(root, "components", "engine", "record.ts");
    const declaration = /(export type Reference<T, Name extends string> =)[^;]*;/;
    const ofList = /(export type References<T, Name extends string> =)[^;]*;/;
    const readFile = ts.sys.readFile.bind(ts.sys);
    ts.sys.readFile = (path, encoding) => {
        const text = readFile(path, encoding);
        return path === file
            ? text?.replace(declaration, "$1 pulumi.Input<T>;").replace(ofList, "$1 pulumi.Input<pulumi.Input<T>[]>;")
            : text;
    };
    try {
        return analyze();
    } finally {
        ts.sys.readFile = readFile;
    }
}

/** The types of outputs. What other components take them from may be known only later. */
function outputTypes({ resources }: ReturnType<typeof generateSchema>): ReadonlySet<string> {
    const outputs = JSON.stringify(Object.values(resources).map(({ properties }) => properties));
    return new Set(Array.from(outputs.matchAll(/"#\/types\/([^"]+)"/g), ([, token = ""]) => token));
}

function nameOf(token: string): string {
    return token.slice(token.lastIndexOf(":") + 1);
}

function withoutPlain(properties: Properties): Properties {
    return mapped(properties, ({ plain: _, items, ...property }) => {
        const { plain: __, ...item } = items ?? {};
        return { ...property, ...(items && { items: item }) } as PropertyDefinition;
    });
}

/** @param withoutDefaults Those of other arguments, of which none has a default here. */
function refined(properties: Properties, withoutDefaults: object = {}): Record<string, Property> {
    return mapped(properties, ({ description, ...property }, name) => {
        const text = oneLine(description);
        return {
            ...whole(property, name),
            ...(text && { description: text }),
            ...(filledIn.includes(name) && !(name in withoutDefaults) && defaultOf(property, text ?? "")),
        };
    });
}

function whole(property: PropertyDefinition, name: string): PropertyDefinition {
    const { items } = property;
    const isCount = "type" in property && property.type === "number" && !fractions.includes(name);
    return { ...property, ...(isCount && { type: "integer" }), ...(items && { items: whole(items, name) }) };
}

/** The default that a docstring names as a number or a flag. */
function defaultOf(property: PropertyDefinition, text: string): Pick<Property, "default"> {
    const { otherwise } = withDefault(text);
    const isLiteral = "type" in property && otherwise !== undefined && /^(?:true|false|\d+)$/.test(otherwise);
    return isLiteral ? { default: JSON.parse(otherwise) as number | boolean } : {};
}

/** The docstrings of interfaces, and of constants that are enumerations, by their names. */
function docstrings(root: string): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    for (const folder of ["components", "contract"]) {
        for (const file of ts.sys.readDirectory(join(root, folder), [".ts"])) {
            for (const statement of ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true)
                .statements) {
                const text = ts.getJSDocCommentsAndTags(statement)[0]?.comment;
                const named = ts.isVariableStatement(statement) ? statement.declarationList.declarations[0] : statement;
                const isType = ts.isInterfaceDeclaration(statement) || ts.isVariableStatement(statement);
                if (isType && typeof text === "string") {
                    found.set((named as ts.InterfaceDeclaration).name.text, oneLine(text) ?? "");
                }
            }
        }
    }
    return found;
}

/** Paragraphs stay; the lines of one become one line. */
function oneLine(text: string | undefined): string | undefined {
    return text?.replace(/(?<!\n)\n(?!\n)/g, " ");
}

function mapped<T, R>(
    values: Readonly<Record<string, T>> | undefined,
    change: (value: T, name: string) => R,
): Record<string, R> {
    return Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [name, change(value, name)]));
}
