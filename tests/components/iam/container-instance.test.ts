import assert from "node:assert/strict";
import { containerInstanceStatements, warmPoolStatements } from "../../../components/iam/container-instance";
import type { PolicyStatement } from "../../../components/iam/policy";

/** The actions that are allowed on everything, without a condition. */
const unbounded = (statements: readonly PolicyStatement[]) =>
    statements
        .filter(({ Resource, Condition }) => Resource === "*" && Condition === undefined)
        .flatMap(({ Action }) => Action);

describe("What an instance may do", () => {
    const cluster = "arn:aws:ecs:us-east-1:123456789012:cluster/ml";
    const group = "arn:aws:autoscaling:us-east-1:123456789012:autoScalingGroup:id:autoScalingGroupName/ml";

    it("in ECS is bounded to its cluster, but for the action that IAM bounds to nothing", () => {
        const statements = containerInstanceStatements(cluster);
        assert.deepStrictEqual(unbounded(statements), ["ecs:DiscoverPollEndpoint"]);
        assert.deepStrictEqual(
            statements.slice(1).map(({ Resource, Condition }) => Condition ?? Resource),
            [cluster, { ArnEquals: { "ecs:cluster": cluster } }],
        );
    });

    it("in EC2 Auto Scaling is bounded to its group, but for the action that IAM bounds to nothing", () => {
        const statements = warmPoolStatements(group);
        assert.deepStrictEqual(unbounded(statements), ["autoscaling:DescribeAutoScalingInstances"]);
        assert.deepStrictEqual(
            statements.slice(1).map(({ Resource }) => Resource),
            [group],
        );
    });
});
