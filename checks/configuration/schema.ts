import { neuronRtdImageAccount, neuronRtdName, Runtime } from "../../contract";
import { defaultOptions, levels, Scope, type OptionName } from "./options";

/** The part of JSON Schema that the options need, and that CrossGuard takes. */
export type Schema =
    | {
          readonly type: "string";
          readonly description?: string;
          readonly enum?: readonly string[];
          readonly pattern?: string;
      }
    | { readonly type: "array"; readonly description?: string; readonly items: Schema; readonly minItems?: number }
    | {
          readonly type: "object";
          readonly description?: string;
          readonly properties: Readonly<Record<string, Schema>>;
          readonly required?: readonly string[];
          readonly additionalProperties: false;
      };

/** What each option is. There are no `default`s, which the engine would fill in over what is configured for `all`. */
export const optionSchemas: Readonly<Record<OptionName, Schema>> = {
    scope: {
        type: "string",
        enum: Object.values(Scope),
        description:
            `Which task definitions are judged: those in which something says Neuron or Inferentia (${Scope.Auto}), ` +
            `or every one (${Scope.All}). Default: ${defaultOptions.scope}.`,
    },
    runtimes: {
        type: "array",
        items: { type: "string", enum: Object.values(Runtime) },
        minItems: 1,
        description:
            `The Neuron runtimes that a task may use: the daemon in a sidecar (${Runtime.NeuronRtd}), the library in ` +
            `the model container (${Runtime.Libnrt}), or devices that ECS assigns (${Runtime.Managed}). ` +
            `Default: ${defaultOptions.runtimes.join(", ")}.`,
    },
    allowedSidecarImages: {
        type: "array",
        items: { type: "string", pattern: String.raw`^(?:[^\s:@/]+:\d+/)?[^\s:@]+$` },
        minItems: 1,
        description:
            "The repositories that the sidecar's image may come from, with the registry and without a tag; * stands " +
            `for any text, as in ${neuronRtdImageAccount}.dkr.ecr.*.amazonaws.com/${neuronRtdName}. Default: any.`,
    },
    suppressions: {
        type: "array",
        items: {
            type: "object",
            properties: {
                resource: {
                    type: "string",
                    pattern: "[^*]",
                    description: "The resource's URN, id or name, in which * stands for any text.",
                },
                reason: {
                    type: "string",
                    pattern: String.raw`\S`,
                    description: "Why the rule does not hold for it; reported with what is suppressed.",
                },
            },
            required: ["resource", "reason"],
            additionalProperties: false,
        },
        description:
            "Resources for which the rule is switched off. What it would have said there is reported as " +
            "suppressed. Default: none.",
    },
};

/** The schemas of some options, as `configSchema.properties` of a policy. */
export function schemasOf(options: readonly OptionName[]): Readonly<Record<string, Schema>> {
    return Object.fromEntries(options.map((option) => [option, optionSchemas[option]]));
}

/** The key of CrossGuard's that stands for every policy. */
export const allPolicies = "all";

/**
 * CrossGuard's key, besides the policies' names: environments of Pulumi ESC that the engine reads the configuration
 * from.
 */
export const environmentsKey = "environments";

export const levelSchema: Schema = {
    type: "string",
    enum: levels,
    description: "Whether what the rule finds fails a preview, is only shown, or is repaired.",
};
