import { field, isFields, type Fields } from "../../document";

/** Whether the value of a key is the argument of an intrinsic function. */
export function isFunction(key: string): boolean {
    return key === "Ref" || key.startsWith("Fn::");
}

/** A call of an intrinsic function: an object with nothing else in it. */
export function callIn(value: Fields): { readonly name: string; readonly argument: unknown } | undefined {
    const [name, ...more] = Object.keys(value);
    return name !== undefined && more.length === 0 && isFunction(name) ? { name, argument: value[name] } : undefined;
}

/** Whether a macro puts something into an object that the template does not show. */
export function hasTransform(value: unknown): boolean {
    return field(value, "Fn::Transform") !== undefined;
}

/** A part of a text that is not known, as it would stand in one for Fn::Sub. */
export function placeholder(part: unknown): string {
    const { name = "", argument } = (isFields(part) ? callIn(part) : undefined) ?? {};
    return name === "Ref"
        ? `\${${String(argument)}}`
        : `\${${name === "Fn::GetAtt" ? [argument].flat().join(".") : name}}`;
}
