import * as pulumi from "@pulumi/pulumi";
import { isRpcSecret, serializeProperties, unknownValue, unwrapRpcSecret } from "@pulumi/pulumi/runtime";
import { UNKNOWN } from "../../ecs/known";

type Plain = Readonly<Record<string, unknown>>;

/** Whether a settled value is there to be checked: given, and known. */
export function isGiven(value: unknown): boolean {
    return value !== undefined && value !== null && value !== UNKNOWN;
}

/** The arguments as the program wrote them, with UNKNOWN in place of everything that comes later. */
export function plainly(args: object): Plain {
    return copy(args, isDeferred) as Plain;
}

/** The arguments once their outputs are there, with UNKNOWN in place of what a preview does not know. */
export async function settled(args: object): Promise<Plain> {
    const serialized = await serializeProperties("arguments", { ...args });
    return copy(serialized, (value) => value === unknownValue) as Plain;
}

/** The arguments without those of the named ones that come later, or hold what does. */
export function withoutDeferred<Args extends object>(args: Args, names: readonly (keyof Args)[]): Args {
    const later = names.filter((name) => hasDeferred(args[name]));
    return { ...args, ...Object.fromEntries(later.map((name) => [name, undefined])) };
}

/** Whether any argument comes later. */
export function hasDeferred(value: unknown): boolean {
    return isDeferred(value) || (typeof value === "object" && value !== null && Object.values(value).some(hasDeferred));
}

function isDeferred(value: unknown): boolean {
    return pulumi.Output.isInstance(value) || value instanceof Promise;
}

function copy(value: unknown, isLater: (value: unknown) => boolean): unknown {
    if (isLater(value)) {
        return UNKNOWN;
    }
    if (isRpcSecret(value)) {
        return copy(unwrapRpcSecret(value), isLater);
    }
    if (Array.isArray(value)) {
        return value.map((item) => copy(item, isLater));
    }
    if (typeof value === "object" && value !== null && !pulumi.Resource.isInstance(value)) {
        return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item, isLater)]));
    }
    return value;
}
