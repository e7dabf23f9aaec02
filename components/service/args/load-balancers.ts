import type { ecs } from "@pulumi/aws/types/input";
import { ecsNamePattern, ecsNameRequirement } from "../../../contract";
import { awsObject, list, required, type Check } from "../../validation/shape";
import { anyText, arnOf, integer, roleArn, text } from "../../validation/values";

/** The name of a service, a container or a volume. */
export const ecsName = text(ecsNamePattern, ecsNameRequirement);
export const port = integer(1, 65535, "");

export const targetGroupArn = arnOf(
    "a target group",
    /^arn:[\w-]+:elasticloadbalancing:[\w-]+:\d{12}:targetgroup\/\S+$/,
);
/** Source: Amazon ECS Developer Guide, troubleshooting blue/green deployments. */
export const listenerRule = arnOf(
    "a listener's rule, or of a network load balancer's listener",
    /^arn:[\w-]+:elasticloadbalancing:[\w-]+:\d{12}:(?:listener-rule|listener\/net)\/\S+$/,
);

export const loadBalancers = list(
    awsObject<ecs.ServiceLoadBalancer>("a load balancer", {
        advancedConfiguration: awsObject<ecs.ServiceLoadBalancerAdvancedConfiguration>(
            "the listener rules of a blue/green deployment",
            {
                alternateTargetGroupArn: required(targetGroupArn, "give the ARN of the second target group"),
                productionListenerRule: required(listenerRule, "give the ARN of the rule that carries the traffic"),
                roleArn: required(roleArn, "give the ARN of the role with which ECS changes the listener rules"),
                testListenerRule: listenerRule,
            },
        ),
        containerName: required(ecsName, "give the name of the container that takes the traffic"),
        containerPort: required(port, "give the port of the container that takes the traffic"),
        // Amazon ECS Developer Guide, capacity providers, considerations.
        elbName: never("ECS takes no Classic Load Balancer with a capacity provider; give targetGroupArn"),
        targetGroupArn: required(targetGroupArn, "give the ARN of a target group"),
    }),
    "a list with at least one load balancer",
);

export const serviceRegistries = awsObject<ecs.ServiceServiceRegistries>("a service discovery registry", {
    containerName: ecsName,
    containerPort: port,
    port,
    registryArn: required(
        arnOf("a Cloud Map service", /^arn:[\w-]+:servicediscovery:[\w-]+:\d{12}:service\/\S+$/),
        "give the ARN of the Cloud Map service",
    ),
});

export const vpcLatticeConfigurations = list(
    awsObject<ecs.ServiceVpcLatticeConfiguration>("a VPC Lattice configuration", {
        portName: required(anyText, "give the name of the port mapping"),
        roleArn: required(roleArn, "give the ARN of the role with which ECS registers the tasks"),
        targetGroupArn: required(
            arnOf("a VPC Lattice target group", /^arn:[\w-]+:vpc-lattice:[\w-]+:\d{12}:targetgroup\/\S+$/),
            "give the ARN of the VPC Lattice target group",
        ),
    }),
    "a list with at least one VPC Lattice configuration",
);

/** What ECS has, but cannot take here. */
export function never(reason: string): Check {
    return (_, path, problems) => problems.add(path, `must not be given: ${reason}`);
}
