import { unknown } from "@pulumi/pulumi/output";
import * as pulumi from "@pulumi/pulumi";
import { UNKNOWN } from "../../../ecs/known";

/** What the SDK has on an output, and declares for itself only. */
interface OutputInternals {
    readonly isKnown: Promise<boolean>;
    promise(): Promise<unknown>;
}

/** The value of an output, or UNKNOWN where a preview does not know it. */
export async function valueOf(of: pulumi.Output<unknown>): Promise<unknown> {
    const { isKnown } = of as unknown as OutputInternals;
    return (await isKnown) ? await (of as unknown as OutputInternals).promise() : UNKNOWN;
}

/** The value of each of these outputs. */
export async function valuesOf(outputs: object): Promise<Readonly<Record<string, unknown>>> {
    const values: Record<string, unknown> = {};
    for (const [name, one] of Object.entries(outputs) as [string, pulumi.Output<unknown>][]) {
        values[name] = await valueOf(one);
    }
    return values;
}

/** An output that a preview does not know. */
export function unknownOutput<T>(): pulumi.Output<T> {
    return pulumi.output(unknown) as pulumi.Output<T>;
}
