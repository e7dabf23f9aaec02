import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import * as components from "../../components";
import { packageName } from "../../contract";
import schema from "../../plugin/schema.json";
import { children, register, type Registered } from "../components/mocked-engine";
import { right as route, rightOnNetwork } from "../components/route/right-route";
import { service as scaled } from "../components/scaling/harness";
import { minimal as service } from "../components/service/right-service";
import { minimal as task } from "../components/task-definition/harness";

type Name = "Cluster" | "LaunchTemplate" | "LoadBalancer" | "Pool" | "Route" | "Scaling" | "Service" | "TaskDefinition";

const account = "123456789012";
const role = (name: string) => `arn:aws:iam::${account}:role/${name}`;
const profile = (name: string) => `arn:aws:iam::${account}:instance-profile/${name}`;
const certificateArn = `arn:aws:acm:us-east-1:${account}:certificate/0a1b`;
const instanceType = "inf1.xlarge";
const template = { instanceType, clusterName: "ml", instanceProfileArn: profile("own"), securityGroupIds: ["sg-1"] };
const backlogPerTask = { queueName: "jobs", target: 10 };

/** What nothing else refers to: grants, rules and settings of what is reachable. */
const parts =
    /\/(?:rolePolicy|rolePolicyAttachment|securityGroup\w+Rule|clusterCapacityProviders|listenerCertificate|lifecycleHook|scheduledAction):/;

/** Components with all that they can create. */
const programs: readonly (readonly [component: Name, what: string, args: object])[] = [
    ["Cluster", "with one pool", { instanceType, warmPool: {} }],
    ["Cluster", "with several pools", { pools: { small: { instanceType }, large: { instanceType: "inf1.6xlarge" } } }],
    ["LaunchTemplate", "", template],
    ["LoadBalancer", "for HTTPS", { certificateArn, additionalCertificateArns: [certificateArn] }],
    ["LoadBalancer", "for TCP", { loadBalancerType: "network" }],
    ["Pool", "", { instanceType, clusterName: "shared" }],
    ["Route", "with a second target group", { ...route, alternateTargetGroup: true }],
    ["Route", "of a network load balancer", rightOnNetwork],
    ["Scaling", "from zero", { service: scaled, min: 0, max: 3, backlogPerTask, cpu: 60 }],
    ["Scaling", "by schedule", { service: scaled, min: 1, max: 3, schedule: [{ cron: "0 8 * * ? *", min: 2 }] }],
    ["Service", "", service],
    ["TaskDefinition", "with a task role", { ...task, executeCommand: true }],
];

/** The outputs of the schema that a component of these arguments has, and what it created. */
async function outputsOf(component: Name, args: object): Promise<[Record<string, unknown>, readonly Registered[]]> {
    const Component = components[component] as unknown as new (name: string, args: object) => object;
    const { properties } = schema.resources[`${packageName}:index:${component}`];
    let outputs: Record<string, unknown> = {};
    const registered = await register(() => {
        const created = new Component("bert", args) as Record<string, unknown>;
        const named = Object.keys(properties).map((name) => [name, created[name]]);
        pulumi.output(Object.fromEntries(named)).apply((values: typeof outputs) => (outputs = values));
    });
    return [outputs, children(registered)];
}

function stringsIn(value: unknown): unknown[] {
    return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [value];
}

describe("The outputs of the schema", () => {
    for (const [component, what, args] of programs) {
        it(`name all that a ${component} ${what} creates`.replace("  ", " "), async () => {
            const [outputs, created] = await outputsOf(component, args);
            const strings = stringsIn(outputs);
            const isNamed = ({ name, inputs }: Registered) => {
                const physical = (inputs["resourceId"] ?? inputs["name"] ?? name) as string;
                return strings.some(
                    (one) =>
                        one === `${name}-id` ||
                        one === physical ||
                        /^arn:.*[:/]([^:/]+)$/.exec(String(one))?.[1] === physical,
                );
            };
            const whole = created.filter(({ type }) => !parts.test(type));
            assert.notEqual(whole.length, 0);
            assert.deepEqual(
                whole.filter((one) => !isNamed(one)).map(({ type, name }) => `${type} ${name}`),
                [],
            );
        });
    }

    const values: readonly (readonly [component: Name, what: string, args: object, outputs: object])[] = [
        ["Cluster", "", { instanceType }, { executeCommandLogGroupName: "bert-execute-command" }],
        [
            "Pool",
            "with a role of its own",
            { instanceType, clusterName: "shared" },
            {
                launchTemplateId: "bert-instance-template-id",
                instanceRoleName: "bert-instance-role",
                instanceRoleArn: role("bert-instance-role"),
                instanceProfileArn: profile("bert-instance-profile"),
            },
        ],
        [
            "Pool",
            "with a role that was given",
            { instanceType, clusterName: "shared", instanceRoleArn: role("ml/own") },
            {
                instanceRoleName: "own",
                instanceRoleArn: role("ml/own"),
                instanceProfileArn: profile("bert-instance-profile"),
            },
        ],
        [
            "Pool",
            "with an instance profile that was given",
            { instanceType, clusterName: "shared", instanceProfileArn: profile("own") },
            { instanceRoleName: undefined, instanceRoleArn: undefined, instanceProfileArn: profile("own") },
        ],
        [
            "TaskDefinition",
            "with the role of its start alone",
            task,
            { executionRoleName: "bert-execution-role", taskRoleArn: undefined, taskRoleName: undefined },
        ],
        [
            "TaskDefinition",
            "with roles that were given",
            { ...task, executionRoleArn: role("ml/start"), taskRoleArn: role("ml/run") },
            { executionRoleName: "start", taskRoleArn: role("ml/run"), taskRoleName: "run" },
        ],
        ["LoadBalancer", "for HTTP", { protocol: "HTTP" }, { redirectListenerArn: undefined }],
        [
            "Route",
            "of a network load balancer",
            rightOnNetwork,
            {
                targetGroupArn: `arn:aws:elasticloadbalancing:us-east-1:${account}:targetgroup/bert`,
                listenerArn: `arn:aws:elasticloadbalancing:us-east-1:${account}:listener/bert-listener`,
                listenerRuleArn: undefined,
            },
        ],
        [
            "Scaling",
            "from zero",
            { service: scaled, min: 0, max: 3, backlogPerTask, cpu: 60 },
            {
                policyArns: {
                    backlog: `arn:aws:appautoscaling:us-east-1:${account}:bert-backlog`,
                    cpu: `arn:aws:appautoscaling:us-east-1:${account}:bert-cpu`,
                    "from-zero": `arn:aws:appautoscaling:us-east-1:${account}:bert-from-zero`,
                },
                fromZeroAlarmArn: `arn:aws:cloudwatch:us-east-1:${account}:bert-from-zero`,
            },
        ],
        [
            "Scaling",
            "by a schedule alone",
            { service: scaled, min: 1, max: 3, schedule: [{ cron: "0 8 * * ? *", min: 2 }] },
            { policyArns: {}, fromZeroAlarmArn: undefined },
        ],
    ];
    for (const [component, what, args, expected] of values) {
        it(`are of a ${component} ${what}`.trim(), async () => {
            const [outputs] = await outputsOf(component, args);
            assert.deepEqual(Object.fromEntries(Object.keys(expected).map((name) => [name, outputs[name]])), expected);
        });
    }
});
