import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import ts from "typescript";

/** An input as the SDK's `.d.ts` declares it. Unions with `Input<…>`, enums and `undefined` are seen through. */
export type SdkInput =
    | { readonly kind: "string" | "number" | "boolean" | "any" }
    | { readonly kind: "list" | "map"; readonly element: SdkInput }
    | { readonly kind: "object"; readonly inputs: SdkInputs };

export interface SdkInputs {
    readonly [name: string]: { readonly required: boolean; readonly type: SdkInput };
}

/** Only the emulation depends on the AWS SDK. */
const emulation = createRequire(join(__dirname, "../../../../emulation/package.json"));
const folderOf = (name: string): string => dirname(emulation.resolve(`${name}/package.json`));
const sdk = folderOf("@pulumi/aws");

function parse(file: string, folder = sdk): ts.SourceFile {
    return ts.createSourceFile(file, readFileSync(join(folder, file), "utf8"), ts.ScriptTarget.ES2022);
}

let nested: Map<string, ts.InterfaceDeclaration> | undefined;

/** The interfaces of `types/input.d.ts` by qualified name, as `ecs.ClusterSetting`. */
function nestedInterfaces(): Map<string, ts.InterfaceDeclaration> {
    if (nested === undefined) {
        nested = new Map();
        collect(parse("types/input.d.ts").statements, "", nested);
    }
    return nested;
}

function collect(statements: Iterable<ts.Statement>, prefix: string, into: Map<string, ts.InterfaceDeclaration>): void {
    for (const statement of statements) {
        if (ts.isInterfaceDeclaration(statement)) {
            into.set(prefix + statement.name.text, statement);
        } else if (
            ts.isModuleDeclaration(statement) &&
            statement.body !== undefined &&
            ts.isModuleBlock(statement.body)
        ) {
            collect(statement.body.statements, `${prefix}${statement.name.text}.`, into);
        }
    }
}

/** The inputs of a resource type of `@pulumi/aws`, by its token. */
export function sdkInputs(token: string): SdkInputs {
    const [, module = "", className = ""] = token.split(":");
    return declaredInputs(module, `${className}Args`);
}

/** The inputs of a function of `@pulumi/aws`, by its token. */
export function sdkFunctionInputs(token: string): SdkInputs {
    const [, module = "", name = ""] = token.split(":");
    return declaredInputs(module.replace(/^index\//, ""), `${name.charAt(0).toUpperCase()}${name.slice(1)}Args`);
}

function declaredInputs(module: string, name: string): SdkInputs {
    const declared = new Map<string, ts.InterfaceDeclaration>();
    collect(parse(`${module}.d.ts`).statements, "", declared);
    return inputsOf(found(declared, name));
}

let structures: Map<string, ts.InterfaceDeclaration> | undefined;

/** The members of a structure of an AWS SDK client. */
export function awsSdkMembers(client: string, structure: string): SdkInputs {
    const folder = folderOf(`@aws-sdk/${client}`);
    structures = new Map();
    collect(parse("dist-types/models/models_0.d.ts", folder).statements, "", structures);
    return inputsOf(found(structures, structure));
}

function found(declared: ReadonlyMap<string, ts.InterfaceDeclaration>, name: string): ts.InterfaceDeclaration {
    const declaration = declared.get(name);
    if (declaration === undefined) {
        throw new Error(`the SDK declares no ${name}`);
    }
    return declaration;
}

/** The names of the outputs of a resource type of `@pulumi/aws` that are not inputs, by its token. */
export function sdkPureOutputs(token: string): string[] {
    const source = readFileSync(join(sdk, `${token.split(":")[1] ?? ""}.js`), "utf8");
    return [...source.matchAll(/resourceInputs\["(\w+)"\] = undefined \/\*out\*\//g)].map((match) => match[1] ?? "");
}

function inputsOf(declaration: ts.InterfaceDeclaration): SdkInputs {
    const inputs: Record<string, { required: boolean; type: SdkInput }> = {};
    for (const member of declaration.members) {
        if (ts.isPropertySignature(member) && member.type !== undefined && ts.isIdentifier(member.name)) {
            inputs[member.name.text] = { required: member.questionToken === undefined, type: typeOf(member.type) };
        }
    }
    return inputs;
}

function typeOf(node: ts.TypeNode): SdkInput {
    if (ts.isUnionTypeNode(node)) {
        const members = node.types.filter((one) => one.kind !== ts.SyntaxKind.UndefinedKeyword).map(typeOf);
        return members.find((one) => one.kind !== "any") ?? { kind: "any" };
    }
    if (ts.isArrayTypeNode(node)) {
        return { kind: "list", element: typeOf(node.elementType) };
    }
    if (ts.isTypeLiteralNode(node)) {
        const index = node.members.find(ts.isIndexSignatureDeclaration);
        return { kind: "map", element: index === undefined ? { kind: "any" } : typeOf(index.type) };
    }
    if (ts.isTypeReferenceNode(node)) {
        return referenced(node);
    }
    switch (node.kind) {
        case ts.SyntaxKind.StringKeyword:
            return { kind: "string" };
        case ts.SyntaxKind.NumberKeyword:
            return { kind: "number" };
        case ts.SyntaxKind.BooleanKeyword:
            return { kind: "boolean" };
        default:
            return { kind: "any" };
    }
}

function referenced(node: ts.TypeReferenceNode): SdkInput {
    const name = nameOf(node.typeName);
    if (name === "pulumi.Input" && node.typeArguments?.[0] !== undefined) {
        return typeOf(node.typeArguments[0]);
    }
    if (name === "Record" && node.typeArguments?.[1] !== undefined) {
        return { kind: "map", element: typeOf(node.typeArguments[1]) };
    }
    const declaration = name.startsWith("inputs.")
        ? nestedInterfaces().get(name.slice("inputs.".length))
        : structures?.get(name);
    return declaration === undefined ? { kind: "any" } : { kind: "object", inputs: inputsOf(declaration) };
}

function nameOf(name: ts.EntityName): string {
    return ts.isIdentifier(name) ? name.text : `${nameOf(name.left)}.${name.right.text}`;
}
