import type { PolicyConfigSchema } from "@pulumi/policy";
import { Scope } from "../judge";

/** The options that every rule has. */
export const configSchema: PolicyConfigSchema = {
    properties: {
        scope: {
            type: "string",
            enum: [Scope.Auto, Scope.All],
            default: Scope.Auto,
            description: "auto: task definitions in which something says Neuron or Inferentia; all: every task definition",
        },
    },
};

/** The scope that a rule was configured with. */
export function scopeOf(args: { getConfig<T extends object>(): T }): Scope {
    return args.getConfig<{ scope?: Scope }>().scope ?? Scope.Auto;
}
