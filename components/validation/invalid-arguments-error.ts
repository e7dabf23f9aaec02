import { InputPropertiesError } from "@pulumi/pulumi";
import type { Problem } from "./problems";

/**
 * A component was given wrong arguments. The message names the component and every wrong property with its path;
 * `errors` has the same as data, which the engine shows to programs in other languages.
 */
export class InvalidArgumentsError extends InputPropertiesError {
    /** How Pulumi knows a RunError, of which it prints the message alone, without the frames and members. */
    readonly __pulumiRunError = true;

    /** @param name Of the component, where it has one. */
    constructor(component: string, name: string | undefined, problems: readonly Problem[]) {
        const lines = problems.map(({ propertyPath, reason }) => `  - ${propertyPath} ${reason}`).join("\n");
        const count = problems.length === 1 ? "a wrong argument" : `${problems.length} wrong arguments`;
        super({
            message: `${component}${name === undefined ? "" : ` "${name}"`} has ${count}:\n${lines}`,
            errors: [...problems],
        });
        this.name = "InvalidArgumentsError";
        keepMessage(this);
        // Where an output fails, the SDK prints the stack. Frames tell a person nothing, and some of Node's releases
        // (20.20) take half a minute to print one that ends in a scope: node_modules/@pulumi/output.ts.
        this.stack = this.message;
    }
}

/** Where an output fails with an error, the SDK writes the path to the output before its message, once a reader. */
function keepMessage(error: Error): void {
    const { message } = error;
    Object.defineProperty(error, "message", { get: () => message, set: () => undefined, configurable: true });
}
