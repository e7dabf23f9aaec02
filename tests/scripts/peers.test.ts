import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { hashOf, type PeerRecord } from "../../scripts/fixtures/peers";
import { linesOf, linesTable, peersFolder } from "../../scripts/peers";
import { root } from "../../scripts/documents";

/** What each program makes at least: the kinds of an example's resources, in the words of each tool. */
const expectedKinds: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>> = {
    balanced: {
        "cdk.json": {
            "AWS::ECS::Service": 1,
            "AWS::ECS::CapacityProvider": 1,
            "AWS::EC2::LaunchTemplate": 1,
            "AWS::ElasticLoadBalancingV2::LoadBalancer": 1,
            "AWS::ElasticLoadBalancingV2::Listener": 2,
            "AWS::ElasticLoadBalancingV2::TargetGroup": 2,
        },
        "terraform.json": {
            aws_ecs_service: 1,
            aws_ecs_capacity_provider: 1,
            aws_launch_template: 1,
            aws_lb: 1,
            aws_lb_listener: 2,
            aws_lb_target_group: 2,
        },
        "awsx.ts": {
            "awsx:ecs:EC2Service": 1,
            "aws:ecs/capacityProvider:CapacityProvider": 1,
            "aws:ec2/launchTemplate:LaunchTemplate": 1,
            "aws:lb/loadBalancer:LoadBalancer": 1,
            "aws:lb/listener:Listener": 2,
            "aws:lb/targetGroup:TargetGroup": 2,
        },
    },
    https: {
        "cdk.json": {
            "AWS::ECS::Service": 2,
            "AWS::ECS::CapacityProvider": 1,
            "AWS::EC2::LaunchTemplate": 1,
            "AWS::EC2::SecurityGroupIngress": 2,
            "AWS::EC2::SecurityGroupEgress": 2,
            "AWS::ElasticLoadBalancingV2::LoadBalancer": 1,
            "AWS::ElasticLoadBalancingV2::Listener": 2,
            "AWS::ElasticLoadBalancingV2::ListenerRule": 2,
            "AWS::ElasticLoadBalancingV2::TargetGroup": 2,
            // The times of its schedule are a part of it.
            "AWS::ApplicationAutoScaling::ScalableTarget": 2,
            "AWS::ApplicationAutoScaling::ScalingPolicy": 2,
        },
        "terraform.json": {
            aws_ecs_service: 2,
            aws_ecs_capacity_provider: 1,
            aws_launch_template: 1,
            aws_vpc_security_group_ingress_rule: 4,
            aws_vpc_security_group_egress_rule: 3,
            aws_lb: 1,
            aws_lb_listener: 2,
            aws_lb_listener_rule: 2,
            aws_lb_target_group: 2,
            aws_appautoscaling_target: 2,
            aws_appautoscaling_policy: 2,
            aws_appautoscaling_scheduled_action: 4,
        },
        "awsx.ts": {
            "awsx:ecs:EC2Service": 2,
            "aws:ecs/capacityProvider:CapacityProvider": 1,
            "aws:ec2/launchTemplate:LaunchTemplate": 1,
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": 4,
            "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": 3,
            "aws:lb/loadBalancer:LoadBalancer": 1,
            "aws:lb/listener:Listener": 2,
            "aws:lb/listenerRule:ListenerRule": 2,
            "aws:lb/targetGroup:TargetGroup": 2,
            "aws:appautoscaling/target:Target": 2,
            "aws:appautoscaling/policy:Policy": 2,
            "aws:appautoscaling/scheduledAction:ScheduledAction": 4,
        },
    },
    "queue-worker": {
        "cdk.json": {
            "AWS::ECS::Service": 1,
            "AWS::ECS::CapacityProvider": 1,
            "AWS::EC2::LaunchTemplate": 1,
            "AWS::SQS::Queue": 2,
            "AWS::ApplicationAutoScaling::ScalableTarget": 1,
            "AWS::ApplicationAutoScaling::ScalingPolicy": 2,
            "AWS::CloudWatch::Alarm": 1,
        },
        "terraform.json": {
            aws_ecs_service: 1,
            aws_ecs_capacity_provider: 1,
            aws_launch_template: 1,
            aws_sqs_queue: 2,
            aws_sqs_queue_redrive_allow_policy: 1,
            aws_appautoscaling_target: 1,
            aws_appautoscaling_policy: 2,
            aws_cloudwatch_metric_alarm: 1,
        },
        "awsx.ts": {
            "awsx:ecs:EC2Service": 1,
            "aws:ecs/capacityProvider:CapacityProvider": 1,
            "aws:ec2/launchTemplate:LaunchTemplate": 1,
            "aws:sqs/queue:Queue": 2,
            "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy": 1,
            "aws:appautoscaling/target:Target": 1,
            "aws:appautoscaling/policy:Policy": 2,
            "aws:cloudwatch/metricAlarm:MetricAlarm": 1,
        },
    },
};

/** The program that a record is of. */
const programOf: Readonly<Record<string, string>> = { "cdk.json": "cdk.cjs", "terraform.json": "main.tf" };

/** How many resources of each type a Pulumi program registers on mocks. */
async function registered(program: string): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    await pulumi.runtime.setMocks({
        newResource: ({ type, name, inputs }) => {
            counts[type] = (counts[type] ?? 0) + 1;
            return { id: name, state: { ...(inputs as object), arn: `arn:${name}`, name } };
        },
        call: () => ({ id: "vpc-1", cidrBlock: "10.0.0.0/16", ids: ["subnet-1", "subnet-2"], value: "ami-1" }),
    });
    createRequire(__filename)(program);
    await pulumi.runtime.disconnect();
    return counts;
}

describe("The programs that make the stack of an example without this package", () => {
    it("have each example's kinds of resources told here", () => {
        assert.deepEqual(Object.keys(expectedKinds), readdirSync(peersFolder));
    });

    for (const [example, records] of Object.entries(expectedKinds)) {
        for (const [file, least] of Object.entries(records)) {
            it(`${example}/${file} makes what the example has`, async () => {
                const path = join(peersFolder, example, file);
                const counts = file.endsWith(".ts")
                    ? await registered(path)
                    : (JSON.parse(readFileSync(path, "utf8")) as PeerRecord).resources;
                assert.deepEqual(Object.fromEntries(Object.keys(least).map((type) => [type, counts[type]])), least);
            });

            const program = programOf[file];
            if (program !== undefined) {
                it(`${example}/${file} is of the program as it stands; otherwise run npm run fixtures -- peers`, () => {
                    const record = JSON.parse(readFileSync(join(peersFolder, example, file), "utf8")) as PeerRecord;
                    assert.equal(record.program, hashOf(join(peersFolder, example, program)));
                });
            }
        }
    }

    it("are counted without blank lines and comments", () => {
        assert.equal(linesOf("// a comment\n\nconst a = 1; // and one behind\n    # another\n  b\n"), 2);
    });

    it("stand in a table beside the example, which is the shortest", () => {
        for (const [example, records] of Object.entries(expectedKinds)) {
            const rows = linesTable(root, example).split("\n").slice(2);
            const lines = rows.map((row) => Number(row.split("|")[2]));
            assert.equal(lines.length, 1 + Object.keys(records).length);
            assert.equal(Math.min(...lines), lines[0]);
        }
    });
});
