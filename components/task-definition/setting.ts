import { getRegionOutput } from "@pulumi/aws/getRegion";
import type * as pulumi from "@pulumi/pulumi";
import type { InferentiaInstanceType, NeuronRuntime } from "../../contract";
import { knownOutput } from "../engine/known-output";
import { partsAfter, type Parts } from "../engine/parts";
import type { Task } from "./task";

/** Where a task runs, with what its pool says. */
export interface Setting {
    readonly runtime: pulumi.Output<NeuronRuntime>;
    readonly instanceTypes: pulumi.Output<InferentiaInstanceType[] | undefined>;
    readonly region: pulumi.Output<string>;
    /** The log group of the containers, by its name. */
    readonly logGroup: pulumi.Input<string> | undefined;
    /** Resolved when the arguments are judged: what is made of them waits for it. */
    readonly gate: Promise<pulumi.Resource[]>;
    readonly parts: Parts;
}

/** The setting of a task, each member known at preview where it can be. */
export function settingOf(
    task: Promise<Task>,
    logGroup: pulumi.Input<string> | undefined,
    { parent, dependsOn: gate }: { readonly parent: pulumi.Resource; readonly dependsOn: Promise<pulumi.Resource[]> },
): Setting {
    return {
        runtime: knownOutput(task.then(({ runtime }) => runtime)),
        instanceTypes: knownOutput(task.then(({ instanceTypes }) => instanceTypes)),
        region: getRegionOutput({}, { parent }).region,
        logGroup,
        gate,
        parts: partsAfter(gate),
    };
}
