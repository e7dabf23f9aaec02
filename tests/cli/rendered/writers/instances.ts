import { snake } from "../spelling";
import { Encoded, isFields, type Fields } from "../value";
import { fieldsOf, listOf, one, without, type Writer } from "./writer";

export const instances: Readonly<Record<string, Writer>> = {
    "AWS::AutoScaling::AutoScalingGroup": one("aws_autoscaling_group", (given) => ({
        min_size: Number(given["MinSize"] ?? 0),
        max_size: Number(given["MaxSize"] ?? 1),
        launch_configuration_name: undefined,
        launch_configuration: given["LaunchConfigurationName"],
        ...templateOf(given["LaunchTemplate"]),
        ...(given["MixedInstancesPolicy"] === undefined ? {} : { mixed_instances_policy: mixedOf(given) }),
    })),
    "AWS::AutoScaling::LaunchConfiguration": one("aws_launch_configuration", (given) => userData(given)),
    "AWS::EC2::LaunchTemplate": ({ LaunchTemplateData }, id) => [
        {
            id,
            type: "aws_launch_template",
            arguments: without({
                ...snake(fieldsOf(LaunchTemplateData)),
                ...userData(fieldsOf(LaunchTemplateData), "base64"),
            }),
        },
    ],
    "AWS::EC2::Instance": one("aws_instance", (given) => ({
        ...userData(given),
        image_id: undefined,
        ami: given["ImageId"],
        ...templateOf(given["LaunchTemplate"]),
    })),
    "AWS::EC2::Subnet": one("aws_subnet"),
    "AWS::ElasticLoadBalancingV2::TargetGroup": one("aws_lb_target_group", (given) => ({
        health_check_path: undefined,
        health_check_interval_seconds: undefined,
        unhealthy_threshold_count: undefined,
        health_check: without({
            path: given["HealthCheckPath"],
            interval: given["HealthCheckIntervalSeconds"],
            unhealthy_threshold: given["UnhealthyThresholdCount"],
        }),
    })),
    "AWS::ApplicationAutoScaling::ScalableTarget": one("aws_appautoscaling_target"),
};

function templateOf(given: unknown): Fields {
    const { LaunchTemplateId: id, LaunchTemplateName: name, Version: version } = fieldsOf(given);
    return isFields(given) ? { launch_template: without({ id, name, version }) } : {};
}

/** The policy of a group; overrides are blocks of one name. */
function mixedOf(group: Fields): Fields {
    const { LaunchTemplate, ...rest } = fieldsOf(group["MixedInstancesPolicy"]);
    const { Overrides, ...template } = fieldsOf(LaunchTemplate);
    return { ...snake(rest), launch_template: { ...snake(template), override: listOf(Overrides).map(snake) } };
}

/** The provider takes a launch template's as it goes to EC2, and that of others as it is. */
function userData({ UserData }: Fields, encoding?: "base64"): Fields {
    const script = isFields(UserData) ? UserData["encoded"] : undefined;
    return script === undefined ? {} : { user_data: encoding === undefined ? script : new Encoded(encoding, script) };
}
