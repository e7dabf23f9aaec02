import { isScalar } from "./list-functions";

/** The text of `Fn::Sub` with the values of its variables; those that are not known stay as they are written. */
export function substitute(
    text: string,
    valueOf: (name: string) => unknown,
): { readonly replaced: string; readonly isKnown: boolean } {
    let isKnown = true;
    const replaced = text.replace(/\$\{(!?)([^}]+)\}/g, (whole, literal: string, name: string) => {
        if (literal !== "") {
            return `\${${name}}`;
        }
        const value = valueOf(name);
        isKnown &&= isScalar(value);
        return isScalar(value) ? String(value) : whole;
    });
    return { replaced, isKnown };
}
