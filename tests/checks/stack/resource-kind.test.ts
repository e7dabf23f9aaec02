import assert from "node:assert/strict";
import { kindOf, type Kind } from "../../../checks/stack/resource-kind";

/** In Pulumi's AWS provider, its Cloud Control provider, CloudFormation, and Terraform. */
const types: Readonly<Record<Kind, readonly string[]>> = {
    taskDefinition: [
        "aws:ecs/taskDefinition:TaskDefinition",
        "aws-native:ecs:TaskDefinition",
        "AWS::ECS::TaskDefinition",
        "aws_ecs_task_definition",
    ],
    service: ["aws:ecs/service:Service", "aws-native:ecs:Service", "AWS::ECS::Service", "aws_ecs_service"],
    taskSet: ["aws:ecs/taskSet:TaskSet", "aws-native:ecs:TaskSet", "AWS::ECS::TaskSet", "aws_ecs_task_set"],
    eventRule: ["aws-native:events:Rule", "AWS::Events::Rule"],
    eventTarget: ["aws:cloudwatch/eventTarget:EventTarget", "aws_cloudwatch_event_target"],
    schedule: [
        "aws:scheduler/schedule:Schedule",
        "aws-native:scheduler:Schedule",
        "AWS::Scheduler::Schedule",
        "aws_scheduler_schedule",
    ],
    stateMachine: [
        "aws:sfn/stateMachine:StateMachine",
        "aws-native:stepfunctions:StateMachine",
        "AWS::StepFunctions::StateMachine",
        "AWS::Serverless::StateMachine",
        "aws_sfn_state_machine",
    ],
    jobDefinition: [
        "aws:batch/jobDefinition:JobDefinition",
        "aws-native:batch:JobDefinition",
        "AWS::Batch::JobDefinition",
        "aws_batch_job_definition",
    ],
    computeEnvironment: [
        "aws:batch/computeEnvironment:ComputeEnvironment",
        "aws-native:batch:ComputeEnvironment",
        "AWS::Batch::ComputeEnvironment",
        "aws_batch_compute_environment",
    ],
    jobQueue: [
        "aws:batch/jobQueue:JobQueue",
        "aws-native:batch:JobQueue",
        "AWS::Batch::JobQueue",
        "aws_batch_job_queue",
    ],
    cluster: ["aws:ecs/cluster:Cluster", "aws-native:ecs:Cluster", "AWS::ECS::Cluster", "aws_ecs_cluster"],
    clusterCapacity: [
        "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders",
        "aws-native:ecs:ClusterCapacityProviderAssociations",
        "AWS::ECS::ClusterCapacityProviderAssociations",
        "aws_ecs_cluster_capacity_providers",
    ],
    capacityProvider: [
        "aws:ecs/capacityProvider:CapacityProvider",
        "aws-native:ecs:CapacityProvider",
        "AWS::ECS::CapacityProvider",
        "aws_ecs_capacity_provider",
    ],
    autoScalingGroup: [
        "aws:autoscaling/group:Group",
        "aws-native:autoscaling:AutoScalingGroup",
        "AWS::AutoScaling::AutoScalingGroup",
        "aws_autoscaling_group",
    ],
    launchTemplate: [
        "aws:ec2/launchTemplate:LaunchTemplate",
        "aws-native:ec2:LaunchTemplate",
        "AWS::EC2::LaunchTemplate",
        "aws_launch_template",
    ],
    launchConfiguration: [
        "aws:ec2/launchConfiguration:LaunchConfiguration",
        "aws-native:autoscaling:LaunchConfiguration",
        "AWS::AutoScaling::LaunchConfiguration",
        "aws_launch_configuration",
    ],
    fleet: [
        "aws:ec2/fleet:Fleet",
        "aws-native:ec2:Ec2Fleet",
        "AWS::EC2::EC2Fleet",
        "aws_ec2_fleet",
        "aws:ec2/spotFleetRequest:SpotFleetRequest",
        "aws-native:ec2:SpotFleet",
        "AWS::EC2::SpotFleet",
        "aws_spot_fleet_request",
    ],
    instance: [
        "aws:ec2/instance:Instance",
        "aws-native:ec2:Instance",
        "AWS::EC2::Instance",
        "aws_instance",
        "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
        "aws_spot_instance_request",
    ],
    nodeGroup: ["aws:eks/nodeGroup:NodeGroup", "aws-native:eks:Nodegroup", "AWS::EKS::Nodegroup", "aws_eks_node_group"],
    subnet: ["aws:ec2/subnet:Subnet", "aws-native:ec2:Subnet", "AWS::EC2::Subnet", "aws_subnet", "aws_default_subnet"],
    targetGroup: [
        "aws:lb/targetGroup:TargetGroup",
        "aws:alb/targetGroup:TargetGroup",
        "aws-native:elasticloadbalancingv2:TargetGroup",
        "AWS::ElasticLoadBalancingV2::TargetGroup",
        "aws_lb_target_group",
        "aws_alb_target_group",
    ],
    scalableTarget: [
        "aws:appautoscaling/target:Target",
        "aws-native:applicationautoscaling:ScalableTarget",
        "AWS::ApplicationAutoScaling::ScalableTarget",
        "aws_appautoscaling_target",
    ],
};

for (const [kind, names] of Object.entries(types)) {
    for (const name of names) {
        it(`${name} is a ${kind}`, () => assert.equal(kindOf(name), kind));
    }
}

it("what no rule looks at has no kind", () => assert.equal(kindOf("aws:s3/bucket:Bucket"), undefined));
