import type { PolicyStatement } from "./policy";

/** What ECS changes when it shifts the traffic of one route. */
export interface ShiftedTraffic {
    readonly listenerArn: string;
    readonly ruleArn: string;
    readonly targetGroupArns: readonly string[];
}

/**
 * What ECS needs to shift the traffic between two target groups: the actions of AWS's own policy, on these alone.
 *
 * Source: AWS Managed Policy Reference, AmazonECSInfrastructureRolePolicyForLoadBalancers (version 6).
 */
export function trafficShiftStatements(shifted: ShiftedTraffic): readonly PolicyStatement[] {
    return [
        {
            Sid: "FindTheTraffic",
            Effect: "Allow",
            Action: [
                "elasticloadbalancing:DescribeListeners",
                "elasticloadbalancing:DescribeRules",
                "elasticloadbalancing:DescribeTargetGroups",
                "elasticloadbalancing:DescribeTargetHealth",
            ],
            Resource: "*",
        },
        {
            Sid: "RegisterTheTasks",
            Effect: "Allow",
            Action: ["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"],
            Resource: shifted.targetGroupArns,
        },
        {
            Sid: "ShiftTheTraffic",
            Effect: "Allow",
            Action: ["elasticloadbalancing:ModifyRule", "elasticloadbalancing:ModifyListener"],
            Resource: [shifted.ruleArn, shifted.listenerArn],
        },
    ];
}
