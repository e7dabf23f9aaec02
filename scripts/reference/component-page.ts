import type { Comment, DeclarationReflection } from "typedoc" with { "resolution-mode": "import" };
import { packageName } from "../../contract";
import { code, table } from "../markdown";
import { summary, tagTexts, withDefault } from "./comment-text";
import { isInput, typeText, type TypeText } from "./type-text";

export const generated = "<!-- Generated from the docstrings by `npm run docs`; do not edit. -->";

/** The page of a component: its arguments, its outputs, and the interfaces that either of them names. */
export function componentPage(component: DeclarationReflection): string {
    const { name, comment } = component;
    const members = (component.children ?? []).filter(({ inheritedFrom }) => inheritedFrom === undefined);
    const outputs = members.filter(({ type }) => type !== undefined);
    const others = members.filter(({ type, name: member }) => type === undefined && member !== "constructor");
    const args = argumentsOf(component);
    const taken = new Set(namedInterfaces(args));
    const given = new Set(outputs.flatMap((output) => namedInterfaces(output)));
    return `${[
        `# ${name}`,
        generated,
        summary(name, comment),
        ...tagTexts(comment, "@throws").map((text) => `Throws ${text}`),
        ...tagTexts(comment, "@example"),
        `In other languages: ${code(`${packageName}:${name}`)}.`,
        "## Arguments",
        "Each takes outputs of other resources too, but one that is *plain*: its value must be known to the program.",
        argumentTable("argument", args),
        "## Outputs",
        outputTable("output", outputs),
        ...(others.length === 0 ? [] : ["## In TypeScript and JavaScript also", otherTable(others)]),
        ...[...taken, ...[...given].filter((one) => !taken.has(one))]
            .filter((one) => one !== args)
            .flatMap((one) => [
                `## ${one.name}`,
                summary(one.name, one.comment),
                taken.has(one) ? argumentTable("property", one) : outputTable("property", one.children ?? []),
            ]),
    ].join("\n\n")}\n`;
}

function argumentsOf({ name, children = [] }: DeclarationReflection): DeclarationReflection {
    const parameters = children.find((child) => child.name === "constructor")?.signatures?.[0]?.parameters;
    const type = parameters?.find((parameter) => parameter.name === "args")?.type;
    const [args] = type === undefined ? [] : typeText(type).interfaces;
    if (args === undefined) {
        throw new Error(`${name} has no arguments of an interface`);
    }
    return args;
}

/** The interfaces that a declaration names, at any depth, itself first where it is one. */
function namedInterfaces(one: DeclarationReflection, seen = new Set<DeclarationReflection>()): DeclarationReflection[] {
    if (seen.has(one)) {
        return [];
    }
    seen.add(one);
    const named = [...(one.children ?? []), one].flatMap(({ type }) =>
        type === undefined ? [] : typeText(type).interfaces,
    );
    return [
        ...(one.children === undefined ? [] : [one]),
        ...named.flatMap((inner) => (isComponentClass(inner) ? [] : namedInterfaces(inner, seen))),
    ];
}

function isComponentClass({ children = [] }: DeclarationReflection): boolean {
    return children.some(({ name }) => name === "constructor");
}

function argumentTable(head: string, { children = [] }: DeclarationReflection): string {
    return table(
        [head, "type", "default", "what it is"],
        children.map((argument) => {
            const { description, otherwise } = withDefault(summary(argument.name, commentOf(argument)));
            return [
                code(argument.name),
                argument.signatures === undefined ? typeCell(argument) : code("function"),
                argument.flags.isOptional ? inCell(otherwise ?? "") : "**required**",
                inCell(description),
            ];
        }),
    );
}

function outputTable(head: string, outputs: readonly DeclarationReflection[]): string {
    return table(
        [head, "type", "what it is"],
        outputs.map((output) => [code(output.name), typeCell(output), inCell(summary(output.name, output.comment))]),
    );
}

function otherTable(others: readonly DeclarationReflection[]): string {
    return table(
        ["name", "type", "what it is"],
        others.map((other) => {
            const type = (other.getSignature ?? other.signatures?.[0])?.type;
            const name = other.signatures === undefined ? other.name : `${other.name}()`;
            return [
                code(name),
                type === undefined ? "" : linked(typeText(type)),
                inCell(summary(other.name, commentOf(other))),
            ];
        }),
    );
}

/** A method and a getter have theirs on what is called. */
function commentOf({ comment, signatures, getSignature }: DeclarationReflection): Comment | undefined {
    return comment ?? (getSignature ?? signatures?.[0])?.comment;
}

function typeCell({ type, parent }: DeclarationReflection): string {
    if (type === undefined) {
        return "";
    }
    const plain = parent?.name.endsWith("Args") === true && !isInput(type);
    return `${linked(typeText(type))}${plain ? " (*plain*)" : ""}`;
}

function linked({ text, interfaces: [named] }: TypeText): string {
    if (named === undefined) {
        return code(text);
    }
    return `[${code(text)}](${isComponentClass(named) ? `${named.name}.md` : `#${named.name.toLowerCase()}`})`;
}

function inCell(text: string): string {
    return text.replaceAll("\n\n", "<br>");
}
