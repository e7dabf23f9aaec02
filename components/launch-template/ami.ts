import { getParameter } from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import {
    amiFromParameterValue,
    imageIdAtLaunch,
    runtimeFacts,
    type NamedAmi,
    type NeuronRuntime,
} from "../../contract";
import { lookup } from "../engine/lookup";
import { lookupFailure } from "../lookup/failure";
import { unlessFails, wrongArgument, type Lookups } from "../lookup/lookups";
import { quote } from "../validation/problems";
import { AmiResolution, type LaunchSettings } from "./args";

/** How a launch template's AMI was chosen. */
export type AmiChoice = Pick<LaunchSettings, "amiId" | "amiSsmParameter" | "amiResolution"> & {
    readonly runtime: pulumi.Input<NeuronRuntime>;
};

/** The AMI of a launch template. */
export interface Ami extends Partial<NamedAmi> {
    /** What the template takes: an id, or a parameter that EC2 looks up, whose id and name are undefined. */
    readonly imageId: string;
}

/** The parameter that decides the AMI; undefined where an id does. */
export function amiParameter(choice: AmiChoice): pulumi.Output<string> | undefined {
    if (choice.amiId !== undefined) {
        return undefined;
    }
    return pulumi
        .all([choice.amiSsmParameter, choice.runtime])
        .apply(([parameter, runtime]) => parameter ?? runtimeFacts[runtime].amiParameter);
}

/** The fixed AMI, the one that the Systems Manager parameter names at this deployment, or the parameter for EC2. */
export function resolveAmi(choice: AmiChoice, lookups: Lookups): pulumi.Output<Ami> {
    const parameter = amiParameter(choice);
    if (parameter === undefined) {
        return pulumi.output(choice.amiId as pulumi.Input<string>).apply((id) => ({ imageId: id, id }));
    }
    const from = pulumi.all([parameter, choice.runtime, choice.amiResolution]);
    return lookup(from, lookups.ready, async ([known, runtime, resolution]) => {
        if (resolution === AmiResolution.Launch) {
            return { imageId: imageIdAtLaunch(known) };
        }
        const found = await unlessFails(lookups.first, find(known, runtime, lookups));
        return { ...found, imageId: found.id };
    });
}

async function find(parameter: string, runtime: NeuronRuntime, lookups: Lookups): Promise<NamedAmi> {
    const refuse = (reason: string) => wrongArgument(lookups, "amiSsmParameter", `is ${quote(parameter)}${reason}`);
    const value = await getParameter({ name: parameter }, lookups.opts).then(
        (found) => found.value,
        (error: unknown) => {
            throw refuse(
                /ParameterNotFound|couldn't find resource/.test(String(error))
                    ? missing(parameter, runtime)
                    : `: ${lookupFailure(error)}`,
            );
        },
    );
    const ami = amiFromParameterValue(value);
    if (ami === undefined) {
        throw refuse(
            ", whose value must be an AMI id such as ami-0123456789abcdef0, or a JSON document with image_id; name " +
                "another parameter, or give amiId",
        );
    }
    return ami;
}

/** AWS takes parameters of old releases away, and publishes none in regions without the chips. */
function missing(parameter: string, runtime: NeuronRuntime): string {
    const { amiParameter } = runtimeFacts[runtime];
    const other = parameter === amiParameter ? "" : `name another parameter, such as ${amiParameter}, or `;
    return `, which the region does not have; ${other}give amiId, the id of an AMI of your own in this region`;
}
