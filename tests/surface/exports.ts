import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { withDefault } from "../../scripts/reference/comment-text";
import type { Surface } from "./surface";

/** A declaration of a module, as the compiler wrote it, and the file in which it stands. */
interface Declared {
    readonly node: ts.Statement;
    readonly file: string;
}

/**
 * What a program can import from a module of the built package: classes, interfaces, constants and functions with their
 * members, and the interfaces that those extend.
 */
export function exportsSurface(entry: string): Surface {
    const surface = new Map<string, ReadonlyMap<string, string>>();
    const add = (name: string, { node, file }: Declared): void => {
        const subject = subjectOf(node, name);
        if (subject === undefined || surface.has(subject)) {
            return;
        }
        surface.set(subject, membersOf(node));
        for (const base of ts.isInterfaceDeclaration(node) ? basesOf(node) : []) {
            declarations(base, file).forEach((declared) => add(base, declared));
        }
    };
    for (const [name, declared] of exportsOf(entry)) {
        declared.forEach((one) => add(name, one));
    }
    return surface;
}

/** The names of what a program can import from a module. */
export function exportedNames(entry: string): readonly string[] {
    return [...exportsOf(entry).keys()].sort();
}

function exportsOf(file: string): ReadonlyMap<string, readonly Declared[]> {
    const found = new Map<string, Declared[]>();
    const add = (name: string, declared: readonly Declared[]) =>
        found.set(name, [...(found.get(name) ?? []), ...declared]);
    for (const node of statementsOf(file)) {
        if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
            const module = moduleOf(file, node.moduleSpecifier);
            const names = node.exportClause as ts.NamedExports | undefined;
            if (names === undefined) {
                exportsOf(module).forEach((declared, name) => add(name, declared));
            }
            names?.elements.forEach(({ name, propertyName = name }) =>
                add(name.text, exportsOf(module).get(propertyName.text) ?? []),
            );
        } else if (
            ts.canHaveModifiers(node) &&
            node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
        ) {
            add(nameOf(node), [{ node, file }]);
        }
    }
    return found;
}

/** What a name stands for in a file, there or where it is imported from. */
function declarations(name: string, file: string): readonly Declared[] {
    return statementsOf(file).flatMap((node) => {
        if (ts.isImportDeclaration(node)) {
            const names = node.importClause?.namedBindings;
            const isImported =
                names && ts.isNamedImports(names) && names.elements.some((one) => one.name.text === name);
            return isImported ? (exportsOf(moduleOf(file, node.moduleSpecifier)).get(name) ?? []) : [];
        }
        return nameOf(node) === name ? [{ node, file }] : [];
    });
}

const read = new Map<string, readonly ts.Statement[]>();

function statementsOf(file: string): readonly ts.Statement[] {
    const known = read.get(file);
    if (known !== undefined) {
        return known;
    }
    const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
    const statements = [...source.statements];
    read.set(file, statements);
    return statements;
}

function moduleOf(file: string, specifier: ts.Expression): string {
    const path = join(dirname(file), (specifier as ts.StringLiteral).text);
    return [`${path}.d.ts`, join(path, "index.d.ts")].find((one) => ts.sys.fileExists(one)) ?? path;
}

function nameOf(node: ts.Statement): string {
    const named = ts.isVariableStatement(node) ? node.declarationList.declarations[0] : node;
    return (named as ts.InterfaceDeclaration).name?.text ?? "";
}

/** Undefined for what only names the type of a constant. */
function subjectOf(node: ts.Statement, name: string): string | undefined {
    if (ts.isClassDeclaration(node)) {
        return `class ${name}`;
    }
    if (ts.isInterfaceDeclaration(node)) {
        return `interface ${name}`;
    }
    if (ts.isFunctionDeclaration(node)) {
        return `function ${name}`;
    }
    return ts.isVariableStatement(node) ? `constant ${name}` : undefined;
}

function basesOf(node: ts.InterfaceDeclaration): readonly string[] {
    return (node.heritageClauses ?? []).flatMap(({ types }) => types.map(({ expression }) => expression.getText()));
}

function membersOf(node: ts.Statement): ReadonlyMap<string, string> {
    if (ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node)) {
        const clauses = (node.heritageClauses ?? []).map(({ types }) => types.map((type) => type.getText()).join(", "));
        const members = [...node.members].filter((member) => !/^private/.test(member.getText()));
        return new Map([...clauses.map((clause) => ["(extends)", clause] as const), ...members.map(memberOf)]);
    }
    if (ts.isFunctionDeclaration(node)) {
        return new Map([["(signature)", oneLine(node.getText()).replace(/^export declare function \w+|;$/g, "")]]);
    }
    const type = (node as ts.VariableStatement).declarationList.declarations[0]?.type;
    return type && ts.isTypeLiteralNode(type)
        ? new Map(type.members.map(memberOf))
        : new Map([["(type)", oneLine(type?.getText() ?? "")]]);
}

/** A member by its name, with its type, and its default where the docstring names one as a value. */
function memberOf(member: ts.ClassElement | ts.TypeElement): [string, string] {
    const name = ts.isConstructorDeclaration(member) ? "(constructor)" : (member.name?.getText() ?? "index");
    const optional = (member as ts.PropertySignature).questionToken ? "optional " : "";
    const type = oneLine(member.getText())
        .replace(/^(?:readonly |get |set |static )*(?:\w+\??)?(?:: |(?=\())/, "")
        .replace(/(?: \| undefined)?;$/, "");
    const doc = ts.getJSDocCommentsAndTags(member)[0]?.comment;
    const otherwise = typeof doc === "string" ? withDefault(doc).otherwise : undefined;
    // Its values alone: other words may change.
    const values = otherwise?.match(/\b(?:true|false|\d+)\b|^none\b|^off\b|`[^`]+`/g)?.join(", ");
    return [name, `${optional}${type}${values === undefined ? "" : `, by default ${values}`}`];
}

function oneLine(text: string): string {
    return text
        .replaceAll(/\/\*.*?\*\//gs, "")
        .replaceAll(/\s+/g, " ")
        .trim();
}
