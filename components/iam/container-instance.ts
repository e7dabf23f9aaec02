import type { PolicyStatement } from "./policy";

/**
 * What the container agent needs to register with one cluster and to run tasks there; no other cluster, no creation.
 *
 * Source: Amazon ECS Developer Guide, container instance IAM role.
 */
export function containerInstanceStatements(clusterArn: string): readonly PolicyStatement[] {
    return [
        { Sid: "FindTheEndpoint", Effect: "Allow", Action: ["ecs:DiscoverPollEndpoint"], Resource: "*" },
        {
            Sid: "JoinTheCluster",
            Effect: "Allow",
            Action: [
                "ecs:RegisterContainerInstance",
                "ecs:DeregisterContainerInstance",
                "ecs:SubmitTaskStateChange",
                "ecs:SubmitContainerStateChange",
                "ecs:SubmitAttachmentStateChanges",
            ],
            Resource: clusterArn,
        },
        {
            Sid: "RunItsTasks",
            Effect: "Allow",
            Action: ["ecs:Poll", "ecs:StartTelemetrySession", "ecs:UpdateContainerInstancesState"],
            Resource: "*",
            Condition: { ArnEquals: { "ecs:cluster": clusterArn } },
        },
    ];
}

/**
 * What an instance needs to say that its user data has ended.
 *
 * Source: AWS Service Authorization Reference, Amazon EC2 Auto Scaling.
 */
export function warmPoolStatements(groupArn: string): readonly PolicyStatement[] {
    return [
        { Sid: "FindItsGroup", Effect: "Allow", Action: ["autoscaling:DescribeAutoScalingInstances"], Resource: "*" },
        {
            Sid: "CompleteTheLaunch",
            Effect: "Allow",
            Action: ["autoscaling:CompleteLifecycleAction"],
            Resource: groupArn,
        },
    ];
}
