import * as pulumi from "@pulumi/pulumi";
import {
    amiSupportsRuntime1,
    firstAmiReleaseWithoutRuntime1,
    lastRuntime1AmiParameter,
    NeuronRuntime,
} from "../../contract";
import { warn } from "../engine/warn";
import { amiParameter, type AmiChoice } from "../launch-template/ami";

/**
 * Warns of a pool for Runtime 1.x on an AMI whose driver supports it no longer.
 *
 * @param ready When the arguments are valid.
 */
export function warnOfRuntime1(
    pool: string,
    choice: AmiChoice,
    ready: Promise<unknown>,
    component: pulumi.Resource,
): void {
    const parameter = amiParameter(choice);
    if (parameter === undefined) {
        return;
    }
    pulumi.output({ parameter, runtime: choice.runtime }).apply(async ({ parameter: known, runtime }) => {
        const text = runtime1Warning(pool, runtime, known);
        await ready;
        if (text !== undefined) {
            void warn(text, component);
        }
    });
}

/** The warning; undefined where there is nothing to warn of. */
function runtime1Warning(pool: string, runtime: NeuronRuntime, parameter: string): string | undefined {
    if (runtime !== NeuronRuntime.NeuronRtd || amiSupportsRuntime1(parameter) !== false) {
        return undefined;
    }
    return (
        `pool "${pool}" is for neuron-rtd, but the Neuron driver of the AMI of ${parameter} no longer supports ` +
        `Runtime 1.x (release ${firstAmiReleaseWithoutRuntime1} and later). AWS supports two ways out: the runtime ` +
        `libnrt (runtime: "libnrt"), or an AMI with an older driver (amiSsmParameter: "${lastRuntime1AmiParameter}", ` +
        "or amiId where your region no longer has it)"
    );
}
