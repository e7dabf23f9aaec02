import * as pulumi from "@pulumi/pulumi";
import { defaultRuntimeOf, type InferentiaInstanceType, type NeuronRuntime } from "../../contract";
import { UNKNOWN } from "../../ecs/known";
import { inputRuntime } from "../../ecs/render/definition";
import type { LaunchSettings } from "./args";

/** The runtime for which instances are launched: the given one, or else the default for their types. */
export function runtimeOfInstances(
    { runtime }: LaunchSettings,
    instanceTypes: pulumi.Output<InferentiaInstanceType[]>,
): pulumi.Output<NeuronRuntime> {
    return pulumi
        .output(runtime)
        .apply((given) => (given === undefined ? instanceTypes.apply(ofTypes) : pulumi.output(given)))
        .apply((known) => known);
}

function ofTypes(instanceTypes: readonly InferentiaInstanceType[]): NeuronRuntime {
    const runtime = inputRuntime({ instanceTypes });
    // A wrong type is refused, whatever follows from it.
    return runtime === UNKNOWN ? defaultRuntimeOf(undefined) : runtime;
}
