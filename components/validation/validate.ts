import * as pulumi from "@pulumi/pulumi";
import type { Unknown } from "../../contract/known";
import { settle, type SettledArgs } from "./settled";
import type { Problem } from "./problems";

/** The pure check of a component's arguments: every problem of what is known. */
export type ArgumentCheck<Args> = (args: SettledArgs<pulumi.Unwrap<Args>>) => readonly Problem[];

/**
 * A component was given wrong arguments. The message names the component and every wrong property with its path;
 * `errors` has the same as data, which the engine shows to programs in other languages.
 */
export class InvalidArgumentsError extends pulumi.InputPropertiesError {
    constructor(component: string, name: string, problems: readonly Problem[]) {
        const lines = problems.map(({ propertyPath, reason }) => `  - ${propertyPath} ${reason}`).join("\n");
        const count = problems.length === 1 ? "a wrong argument" : `${problems.length} wrong arguments`;
        super({
            message: `${component} "${name}" has ${count}:\n${lines}`,
            errors: [...problems],
        });
        this.name = "InvalidArgumentsError";
        // Frames of packages tell a person nothing, and some of Node's releases (20.20) take half a minute to print one
        // that ends in a scope, as the SDK's do: node_modules/@pulumi/output.ts.
        this.stack = (this.stack ?? "").replace(/^ +at .*[/\\]node_modules[/\\].*\n?/gm, "").trimEnd();
    }
}

/**
 * Throws every problem of the plain arguments at once, and returns the option that holds back the component's children
 * until the arguments that are outputs are checked too.
 *
 * The children wait by `dependsOn`, because then no call to AWS is made for any of them before all arguments are right.
 * Unknown values of a preview stay unchecked there; the update sees them.
 */
export function validated<Args extends object>(
    component: string,
    name: string,
    args: Args,
    check: ArgumentCheck<Args>,
): pulumi.Input<pulumi.Resource[]> {
    refuse(component, name, check(settle(args, isDeferred) as SettledArgs<pulumi.Unwrap<Args>>));
    if (!hasDeferred(args)) {
        return [];
    }
    return applyEvenIfUnknown(pulumi.output(args), (resolved) => {
        const settled = settle(resolved, pulumi.isUnknown) as SettledArgs<pulumi.Unwrap<Args>> | Unknown;
        if (typeof settled !== "symbol") {
            refuse(component, name, check(settled));
        }
        return [];
    });
}

function refuse(component: string, name: string, problems: readonly Problem[]): void {
    if (problems.length > 0) {
        throw new InvalidArgumentsError(component, name, problems);
    }
}

function isDeferred(value: unknown): boolean {
    return pulumi.Output.isInstance(value) || value instanceof Promise;
}

function hasDeferred(value: unknown): boolean {
    if (isDeferred(value)) {
        return true;
    }
    return typeof value === "object" && value !== null && Object.values(value).some(hasDeferred);
}

/** `apply` that runs at preview too, when some of the values are unknown: the SDK's own form, absent from its types. */
function applyEvenIfUnknown<T, U>(output: pulumi.Output<T>, func: (value: unknown) => U): pulumi.Output<U> {
    const apply = output.apply.bind(output) as unknown as (
        func: (value: unknown) => U,
        runWithUnknowns: boolean,
    ) => pulumi.Output<U>;
    return apply(func, true);
}
