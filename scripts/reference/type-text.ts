import type { DeclarationReflection, ReferenceType, Reflection, SomeType } from "typedoc" with {
    "resolution-mode": "import",
};

/** A type as a reader of the reference needs it. */
export interface TypeText {
    readonly text: string;
    /** The interfaces of the package that it names. */
    readonly interfaces: readonly DeclarationReflection[];
}

/** How Pulumi wraps what may be known later; the reference says once that arguments take it, and outputs are it. */
const wrappers = ["Input", "Output", "OutputInstance", "Promise", "Reference"];

/** @throws for a type of the package that its entry does not export, so that no program could name it. */
export function typeText(type: SomeType): TypeText {
    switch (type.type) {
        case "array": {
            const { text, interfaces } = typeText(type.elementType);
            return { text: text.includes(" | ") ? `(${text})[]` : `${text}[]`, interfaces };
        }
        case "union":
            return joined(type.types.filter((part) => !isUndefined(part)).map(typeText));
        case "literal":
            return alone(JSON.stringify(type.value));
        case "reflection": {
            const values = type.declaration.indexSignatures?.[0]?.type;
            return values === undefined ? alone(type.toString()) : mapOf(typeText(values));
        }
        case "reference":
            return referenceText(type);
        default:
            return alone(type.toString());
    }
}

/** Whether an argument takes outputs. */
export function isInput(type: SomeType): boolean {
    return type.type === "union"
        ? type.types.some(isInput)
        : type.type === "reference" && /(?:^|\.)(?:Input|References?)$/.test(type.name);
}

function referenceText(type: ReferenceType): TypeText {
    const [argument, values] = type.typeArguments ?? [];
    const name = type.name.slice(type.name.lastIndexOf(".") + 1);
    if (argument !== undefined && wrappers.includes(name)) {
        return typeText(argument);
    }
    if (argument !== undefined && name === "References") {
        const { text, interfaces } = typeText(argument);
        return { text: `${text}[]`, interfaces };
    }
    if (name === "Record" && values !== undefined) {
        return mapOf(typeText(values));
    }
    const target = type.reflection as DeclarationReflection | undefined;
    if (target !== undefined) {
        return targetText(target);
    }
    if (type.refersToTypeParameter || type.package === "typescript") {
        return alone(type.toString());
    }
    if (type.package?.startsWith("@pulumi/") === true) {
        // Of types as programs write them: `aws.ecs.TaskDefinitionVolume`.
        return alone(`${type.package.slice("@pulumi/".length)}.${type.qualifiedName}`);
    }
    throw new Error(`the package's entry must export ${type.name}, which its arguments or outputs name`);
}

function targetText(target: DeclarationReflection): TypeText {
    const values = valuesOf(target);
    if (values !== undefined) {
        return alone(values.join(" | "));
    }
    // An alias stands for its type; an interface and a class have no type of their own.
    return target.type === undefined
        ? { text: target.name, interfaces: target.signatures === undefined ? [target] : [] }
        : typeText(target.type);
}

/** The values of a constant object of which there is a type of the same name. */
function valuesOf({ name, parent }: DeclarationReflection): readonly string[] | undefined {
    const constant = siblings(parent).find((sibling) => sibling.name === name && sibling.type?.type === "reflection");
    const members = constant?.type?.type === "reflection" ? constant.type.declaration.children : undefined;
    return members?.map(({ type }) => (type === undefined ? "" : typeText(type).text));
}

function siblings(parent: Reflection | undefined): readonly DeclarationReflection[] {
    return (parent as DeclarationReflection | undefined)?.children ?? [];
}

function alone(text: string): TypeText {
    return { text, interfaces: [] };
}

function mapOf({ text, interfaces }: TypeText): TypeText {
    return { text: `{ [name: string]: ${text} }`, interfaces };
}

function joined(parts: readonly TypeText[]): TypeText {
    return {
        text: parts.map(({ text }) => text).join(" | "),
        interfaces: parts.flatMap(({ interfaces }) => interfaces),
    };
}

function isUndefined(type: SomeType): boolean {
    return type.type === "intrinsic" && type.name === "undefined";
}
