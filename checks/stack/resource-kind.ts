/** The kinds of resources that the rules know. */
export type Kind =
    | "taskDefinition"
    | "service"
    | "cluster"
    | "clusterCapacity"
    | "capacityProvider"
    | "autoScalingGroup"
    | "launchTemplate"
    | "launchConfiguration";

/** The names of each kind in Pulumi's two AWS providers, in CloudFormation, and in Terraform. */
const types: Readonly<Record<Kind, readonly string[]>> = {
    taskDefinition: [
        "aws:ecs/taskDefinition:TaskDefinition",
        "aws-native:ecs:TaskDefinition",
        "AWS::ECS::TaskDefinition",
        "aws_ecs_task_definition",
    ],
    service: ["aws:ecs/service:Service", "aws-native:ecs:Service", "AWS::ECS::Service", "aws_ecs_service"],
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
};

const kinds = new Map(Object.entries(types).flatMap(([kind, names]) => names.map((name) => [name, kind as Kind])));

/** The kind of a resource type; undefined for those that no rule looks at. */
export function kindOf(type: string): Kind | undefined {
    return kinds.get(type);
}
