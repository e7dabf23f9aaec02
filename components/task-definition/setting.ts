import { getRegionOutput } from "@pulumi/aws/getRegion";
import * as pulumi from "@pulumi/pulumi";
import { defaultRuntime, type InferentiaInstanceType, type NeuronRuntime } from "../../contract";
import type { PoolReference } from "../pool/pool-reference";
import type { Split } from "../engine/record";
import type { TaskDefinitionArgs } from "./args/task-definition";
import { partsAfter, type Parts } from "../engine/parts";

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

/** Reads the setting of a task: what it says itself, or else its pool. */
export function settingOf(
    args: TaskDefinitionArgs,
    pool: Split<PoolReference> | undefined,
    logGroup: pulumi.Input<string> | undefined,
    { parent, dependsOn: gate }: { readonly parent: pulumi.Resource; readonly dependsOn: Promise<pulumi.Resource[]> },
): Setting {
    return {
        runtime: pulumi
            .all([args.runtime, pool?.runtime])
            .apply(([own, ofPool]) => (own ?? ofPool ?? defaultRuntime) as NeuronRuntime),
        instanceTypes: pulumi
            .all([args.instanceType, args.instanceTypes, pool?.instanceTypes])
            .apply(
                ([one, several, ofPool]) =>
                    (one === undefined ? (several ?? ofPool) : [one]) as InferentiaInstanceType[] | undefined,
            ),
        region: getRegionOutput({}, { parent }).region,
        logGroup,
        gate,
        parts: partsAfter(gate),
    };
}
