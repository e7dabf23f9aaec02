import { getParameterOutput } from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import { amiIdFromParameterValue, recommendedInferentiaAmiParameter } from "../../contract";

/** How a launch template's AMI was chosen. */
export interface AmiChoice {
    readonly amiId?: pulumi.Input<string>;
    readonly amiSsmParameter?: pulumi.Input<string>;
}

/**
 * The AMI's id: the fixed one, or the one that the Systems Manager parameter names at this deployment.
 *
 * @throws when the parameter's value names no AMI.
 */
export function resolveAmiId(choice: AmiChoice, opts: pulumi.InvokeOutputOptions): pulumi.Output<string> {
    if (choice.amiId !== undefined) {
        return pulumi.output(choice.amiId);
    }
    const name = choice.amiSsmParameter ?? recommendedInferentiaAmiParameter;
    // AMI ids are public; the provider marks the values of all parameters as secret.
    const value = pulumi.unsecret(getParameterOutput({ name }, opts).value);
    return pulumi.all([name, value]).apply(([parameter, text]) => {
        const amiId = amiIdFromParameterValue(text);
        if (amiId === undefined) {
            throw new Error(
                `amiSsmParameter ${parameter} holds no AMI: its value must be an id such as ami-0123456789abcdef0, ` +
                    "or a JSON document with image_id; name another parameter, or give amiId",
            );
        }
        return amiId;
    });
}
