import * as pulumi from "@pulumi/pulumi";
import {
    isRpcSecret,
    serializeProperties,
    specialResourceSig,
    specialSigKey,
    unknownValue,
    unwrapRpcSecret,
} from "@pulumi/pulumi/runtime";
import { UNKNOWN } from "../../ecs/known";
import { GivenResource } from "../validation/given-resource";

/** Values by name. */
export type Values = Readonly<Record<string, unknown>>;

/** The arguments as the program wrote them, with UNKNOWN in place of outputs and promises, and resources by name. */
export function writtenValues(args: object): Values {
    return copy(args, isOutput) as Values;
}

/** The arguments once their outputs have values, with UNKNOWN in place of what a preview does not know. */
export async function resolvedValues(args: object): Promise<Values> {
    const serialized = await serializeProperties("arguments", { ...args });
    return copy(serialized, (value) => value === unknownValue) as Values;
}

/** Whether a value is, or holds, an output or a promise. */
export function hasOutputs(value: unknown): boolean {
    const isRead = typeof value === "object" && value !== null && !pulumi.Resource.isInstance(value);
    return isOutput(value) || (isRead && Object.values(value).some(hasOutputs));
}

/** Whether a value is an output or a promise. */
export function isOutput(value: unknown): boolean {
    return pulumi.Output.isInstance(value) || value instanceof Promise;
}

function copy(value: unknown, isUnknown: (value: unknown) => boolean): unknown {
    if (isUnknown(value)) {
        return UNKNOWN;
    }
    if (isRpcSecret(value)) {
        return copy(unwrapRpcSecret(value), isUnknown);
    }
    if (Array.isArray(value)) {
        return value.map((item) => copy(item, isUnknown));
    }
    if (pulumi.Resource.isInstance(value)) {
        return givenResource(value);
    }
    if (typeof value === "object" && value !== null) {
        return (
            referredResource(value as Values) ??
            Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item, isUnknown)]))
        );
    }
    return value;
}

/** The resource that stood in an output: it is serialized as a reference. */
function referredResource({ [specialSigKey]: kind, urn, id }: Values): GivenResource | undefined {
    return kind === specialResourceSig ? resourceOf(urn, id === undefined ? [] : ["id"]) : undefined;
}

/**
 * The resource that a URN names: `urn:pulumi:STACK::PROJECT::TYPES::NAME`, with the types of its parents before its
 * own. A program in another language gives a component as one.
 */
export function resourceOf(urn: unknown, outputs: readonly string[] = []): GivenResource | undefined {
    const [, types = "", name = ""] =
        /^urn:pulumi:.+?::.+?::(.+?)::(.*)$/s.exec(typeof urn === "string" ? urn : "") ?? [];
    return types === "" ? undefined : new GivenResource(types.split("$").pop() ?? "", name, outputs);
}

function givenResource(resource: pulumi.Resource): GivenResource {
    const { __pulumiType: type, __name: name } = resource as unknown as Readonly<Record<string, string>>;
    const outputs = Object.entries(resource).filter(([, value]) => pulumi.Output.isInstance(value));
    return new GivenResource(
        type ?? "",
        name ?? "",
        outputs.map(([output]) => output),
    );
}
