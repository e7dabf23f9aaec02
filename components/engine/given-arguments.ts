import * as pulumi from "@pulumi/pulumi";
import { InvalidArgumentsError } from "../validation/invalid-arguments-error";
import { describe } from "../validation/problems";
import { isOutput } from "./values";

/**
 * The arguments of a component as a program gave them, without the members that are null, at every level. Pulumi YAML
 * and JavaScript can write null where they mean nothing, and JavaScript can leave out the arguments as a whole, or the
 * name; TypeScript's types keep that away. Outputs stay as they are.
 *
 * @throws InvalidArgumentsError where the name is no name, or the arguments are no object.
 */
export function givenArguments<Args extends object>(component: string, name: unknown, args: Args): Args {
    const call = (example: string) => `new ${component}(${example}, { … })`;
    if (typeof name !== "string" || name === "") {
        const reason = name === undefined || name === "" ? "is missing" : `is ${describe(name)}, but must be a string`;
        throw new InvalidArgumentsError(component, undefined, [
            { propertyPath: "name", reason: `${reason}; give it first: ${call('"name"')}` },
        ]);
    }
    const value: unknown = args ?? {};
    if (typeof value !== "object" || Array.isArray(value) || isOutput(value) || pulumi.Resource.isInstance(value)) {
        const kind = isOutput(value) ? "an output" : pulumi.Resource.isInstance(value) ? "a resource" : describe(value);
        const reason = `is ${kind}, but must be an object: ${call(JSON.stringify(name))}`;
        throw new InvalidArgumentsError(component, name, [{ propertyPath: "args", reason }]);
    }
    return withoutNulls(value) as Args;
}

function withoutNulls(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(withoutNulls);
    }
    if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) {
        return value;
    }
    const members = Object.entries(value).filter(([, member]) => member !== null);
    return Object.fromEntries(members.map(([name, member]) => [name, withoutNulls(member)]));
}
