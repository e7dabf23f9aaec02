import { resource } from "./kind";

/** Other instances with a capacity provider of their own. */
export const others = [
    resource("Other", "AWS::EC2::LaunchTemplate", {
        LaunchTemplateData: { InstanceType: "m5.large", MetadataOptions: { HttpTokens: "required" } },
    }),
    resource("OtherInstances", "AWS::AutoScaling::AutoScalingGroup", {
        MinSize: "0",
        MaxSize: "2",
        LaunchTemplate: { LaunchTemplateId: { Ref: "Other" }, Version: "1" },
    }),
    resource("OtherCapacity", "AWS::ECS::CapacityProvider", {
        AutoScalingGroupProvider: { AutoScalingGroupArn: { Ref: "OtherInstances" } },
    }),
];
export const onOther = (Weight: number) => ({ CapacityProvider: { Ref: "OtherCapacity" }, Weight });
