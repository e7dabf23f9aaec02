import { getParameterOutput } from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import { amiIdFromParameterValue, recommendedInferentiaAmiParameter } from "../../contract";
import { quote } from "../validation/problems";
import { InvalidArgumentsError } from "../validation/validate";
import type { Inf1LaunchTemplateArgs } from "./args";

/** How a launch template's AMI was chosen. */
export type AmiChoice = Pick<Inf1LaunchTemplateArgs, "amiId" | "amiSsmParameter">;

/**
 * The AMI's id: the fixed one, or the one that the Systems Manager parameter names at this deployment.
 *
 * @throws InvalidArgumentsError in the output, when the parameter's value names no AMI.
 */
export function resolveAmiId(name: string, choice: AmiChoice, opts: pulumi.InvokeOutputOptions): pulumi.Output<string> {
    if (choice.amiId !== undefined) {
        return pulumi.output(choice.amiId);
    }
    const parameter = choice.amiSsmParameter ?? recommendedInferentiaAmiParameter;
    // AMI ids are public; the provider marks the values of all parameters as secret.
    const value = pulumi.unsecret(getParameterOutput({ name: parameter }, opts).value);
    return pulumi.all([parameter, value]).apply(([parameterName, text]) => {
        const amiId = amiIdFromParameterValue(text);
        if (amiId === undefined) {
            const reason =
                `is ${quote(parameterName)}, whose value must be an AMI id such as ami-0123456789abcdef0, ` +
                "or a JSON document with image_id; name another parameter, or give amiId";
            throw new InvalidArgumentsError("Inf1LaunchTemplate", name, [{ propertyPath: "amiSsmParameter", reason }]);
        }
        return amiId;
    });
}
