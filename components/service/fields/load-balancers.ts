import type { ecs } from "@pulumi/aws/types/input";
import { ecsNamePattern, ecsNameRequirement } from "../../../contract";
import { list, object, required, type Fields } from "../../validation/shape";
import { anyText, arnOf, integer, roleArn, text } from "../../validation/values";
import { never } from "./never";

export const containerName = text(ecsNamePattern, ecsNameRequirement);
export const port = integer(1, 65535, "");

const targetGroupArn = arnOf("a target group", /^arn:[\w-]+:elasticloadbalancing:[\w-]+:\d{12}:targetgroup\/\S+$/);
const listenerRule = arnOf("a listener rule", /^arn:[\w-]+:elasticloadbalancing:[\w-]+:\d{12}:listener(-rule)?\/\S+$/);

const advancedConfiguration: Fields<ecs.ServiceLoadBalancerAdvancedConfiguration> = {
    alternateTargetGroupArn: required(targetGroupArn, "give the ARN of the second target group"),
    productionListenerRule: required(listenerRule, "give the ARN of the rule that carries the traffic"),
    roleArn: required(roleArn, "give the ARN of the role with which ECS changes the listener rules"),
    testListenerRule: listenerRule,
};

const loadBalancer: Fields<ecs.ServiceLoadBalancer> = {
    advancedConfiguration: object("the listener rules of a blue/green deployment", advancedConfiguration),
    containerName: required(containerName, "give the name of the container that takes the traffic"),
    containerPort: required(port, "give the port of the container that takes the traffic"),
    // Amazon ECS Developer Guide, capacity providers, considerations.
    elbName: never("ECS takes no Classic Load Balancer with a capacity provider; give targetGroupArn"),
    targetGroupArn: required(targetGroupArn, "give the ARN of a target group"),
};

export const loadBalancers = list(object("a load balancer", loadBalancer), "a list with at least one load balancer");

const serviceRegistry: Fields<ecs.ServiceServiceRegistries> = {
    containerName,
    containerPort: port,
    port,
    registryArn: required(
        arnOf("a Cloud Map service", /^arn:[\w-]+:servicediscovery:[\w-]+:\d{12}:service\/\S+$/),
        "give the ARN of the Cloud Map service",
    ),
};

export const serviceRegistries = object("a service discovery registry", serviceRegistry);

const latticeConfiguration: Fields<ecs.ServiceVpcLatticeConfiguration> = {
    portName: required(anyText, "give the name of the port mapping"),
    roleArn: required(roleArn, "give the ARN of the role with which ECS registers the tasks"),
    targetGroupArn: required(
        arnOf("a VPC Lattice target group", /^arn:[\w-]+:vpc-lattice:[\w-]+:\d{12}:targetgroup\/\S+$/),
        "give the ARN of the VPC Lattice target group",
    ),
};

export const vpcLatticeConfigurations = list(
    object("a VPC Lattice configuration", latticeConfiguration),
    "a list with at least one VPC Lattice configuration",
);
