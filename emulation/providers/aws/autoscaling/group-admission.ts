import type { ResponseLaunchTemplateData } from "@aws-sdk/client-ec2";
import type { Aws } from "../aws";
import { AwsError, unlessGone } from "../aws-error";
import type { Values } from "../property";

const parameterPrefix = "resolve:ssm:";

/** Refuses the group that EC2 Auto Scaling would refuse for its launch template, and the emulator takes. */
export async function refuseUnfitGroup(aws: Aws, values: Values): Promise<void> {
    const mixed = values["mixedInstancesPolicy"] as Values | undefined;
    const template = await templateOf(aws, values);
    if (mixed !== undefined && template.InstanceMarketOptions?.MarketType === "spot") {
        throw new AwsError(
            "InvalidQueryParameter",
            "Incompatible launch template: You cannot use a launch template that is set to request Spot Instances " +
                "(InstanceMarketOptions) when you configure an Auto Scaling group with a mixed instances policy. Add " +
                "a different launch template to the group and try again.",
        );
    }
    if (template.ImageId === undefined) {
        throw unformed("ImageId");
    }
    if (template.InstanceType === undefined && instanceTypes(mixed).length === 0) {
        throw unformed("InstanceType");
    }
    await refuseUnfitParameter(aws, template.ImageId, values);
}

async function templateOf(aws: Aws, values: Values): Promise<ResponseLaunchTemplateData> {
    const mixed = (values["mixedInstancesPolicy"] as Values | undefined)?.["launchTemplate"] as Values | undefined;
    const named = (mixed?.["launchTemplateSpecification"] ?? values["launchTemplate"]) as Values;
    const id = (named["launchTemplateId"] ?? named["id"]) as string | undefined;
    const name = (named["launchTemplateName"] ?? named["name"]) as string | undefined;
    const { LaunchTemplateVersions: [found] = [] } = await (
        await aws.ec2()
    ).describeLaunchTemplateVersions({
        ...(id === undefined ? { LaunchTemplateName: name } : { LaunchTemplateId: id }),
        Versions: [(named["version"] ?? "$Default") as string],
    });
    return found?.LaunchTemplateData ?? {};
}

function instanceTypes(mixed: Values | undefined): unknown[] {
    const overrides = (mixed?.["launchTemplate"] as Values | undefined)?.["overrides"] as Values[] | undefined;
    return (overrides ?? []).flatMap((one) => (one["instanceType"] === undefined ? [] : [one["instanceType"]]));
}

function unformed(parameter: string): AwsError {
    return new AwsError(
        "ValidationError",
        `You must use a valid fully-formed launch template. The request must contain the parameter ${parameter}`,
    );
}

/** EC2 Auto Scaling looks the parameter up whenever a group is created or updated. */
async function refuseUnfitParameter(aws: Aws, imageId: string, values: Values): Promise<void> {
    if (!imageId.startsWith(parameterPrefix)) {
        return;
    }
    const Name = imageId.slice(parameterPrefix.length);
    if ((await unlessGone((await aws.ssm()).getParameter({ Name }))) === undefined) {
        throw new AwsError(
            "ValidationError",
            "You must use a valid fully-formed launch template. The parameter " +
                `${Name} that ImageId names does not exist`,
        );
    }
    const preferences = (values["instanceRefresh"] as Values | undefined)?.["preferences"] as Values | undefined;
    if (preferences?.["skipMatching"] === true) {
        throw new AwsError(
            "ValidationError",
            "An instance refresh cannot skip matching instances while the launch template names a Systems Manager " +
                "parameter in place of an AMI",
        );
    }
}
