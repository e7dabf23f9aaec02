import type { Aws } from "../aws";
import { AwsError } from "../aws-error";
import { nameOf } from "./tagging";

export interface AutoScalingGroupProvider {
    autoScalingGroupArn: string;
    managedTerminationProtection?: "ENABLED" | "DISABLED";
}

/** The emulator takes any Auto Scaling group, even none. */
export async function refuseUnfitGroup(aws: Aws, provider: AutoScalingGroupProvider): Promise<void> {
    const name = nameOf(provider.autoScalingGroupArn);
    const { AutoScalingGroups: groups } = await (
        await aws.autoScaling()
    ).describeAutoScalingGroups({ AutoScalingGroupNames: [name] });
    const group = groups?.find((one) => one.AutoScalingGroupARN === provider.autoScalingGroupArn);
    if (group === undefined) {
        throw new AwsError(
            "ClientException",
            `The specified Auto Scaling group does not exist: ${provider.autoScalingGroupArn}.`,
        );
    }
    if (provider.managedTerminationProtection === "ENABLED" && group.NewInstancesProtectedFromScaleIn !== true) {
        throw new AwsError(
            "InvalidParameterException",
            "The managed termination protection setting for the capacity provider is invalid. To enable managed " +
                "termination protection " +
                "for a capacity provider, the Auto Scaling group must have instance protection from scale in enabled.",
        );
    }
}
