import type * as pulumi from "@pulumi/pulumi";
import { InvalidArgumentsError } from "../validation/invalid-arguments-error";
import { memberPath } from "../validation/shape";

/** What the lookups of a component in AWS share. */
export interface Lookups {
    /** The component's class and name, for messages. */
    readonly component: string;
    readonly name: string;
    /** Where the arguments stand in it. Default: an empty string, for those of the component itself. */
    readonly path?: string;
    /** When AWS may be asked. */
    readonly ready: Promise<unknown>;
    /** Lookups at the same time whose failures count before this one's. Default: none. */
    readonly first?: Promise<unknown>;
    readonly opts: pulumi.InvokeOptions & { readonly parent: pulumi.Resource };
}

/** What is found, or else the failure of what counts first, where both fail: one of two at the same time is told. */
export async function unlessFails<T>(first: Promise<unknown> | undefined, found: Promise<T>): Promise<T> {
    try {
        return await found;
    } catch (error) {
        await first;
        throw error;
    }
}

/** An argument of the component that is wrong by what AWS answered. */
export function wrongArgument({ component, name, path = "" }: Lookups, argument: string, reason: string): Error {
    return new InvalidArgumentsError(component, name, [{ propertyPath: memberPath(path, argument), reason }]);
}
