import assert from "node:assert/strict";
import { AwsProvider } from "../../../../emulation/providers/aws/provider";
import { unknown } from "../../../../emulation/providers/aws/unknown";
import { containers, rightInputs, type ResourceToken } from "./right-inputs";

type Inputs = Record<string, unknown>;

const provider = new AwsProvider();
provider.configure({ region: "us-west-2" }, { AWS_ENDPOINT_URL: "http://127.0.0.1:1" });

function diff(type: ResourceToken, before: Inputs, after: Inputs): unknown[] {
    const urn = { type, name: "it" };
    const seed = new Uint8Array([1]);
    const olds = provider.check(urn, {}, { ...rightInputs[type], ...before }, seed).inputs;
    const news = provider.check(urn, olds, { ...rightInputs[type], ...after }, seed).inputs;
    const { changed, replaces, deleteBeforeReplace } = provider.diff(urn, olds, news, {
        ...olds,
        tagsAll: olds["tags"] ?? {},
    });
    return [changed, replaces, deleteBeforeReplace];
}

const none: unknown[] = [[], [], false];
const taskDefinition = "aws:ecs/taskDefinition:TaskDefinition";
const service = "aws:ecs/service:Service";
const template = "aws:ec2/launchTemplate:LaunchTemplate";
const group = "aws:autoscaling/group:Group";
const role = "aws:iam/role:Role";
const securityGroup = "aws:ec2/securityGroup:SecurityGroup";

const alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
const tracking = "targetTrackingScalingPolicyConfiguration";
const visible = { id: "visible", metricStat: { metric: { metricName: "Visible", namespace: "AWS/SQS" }, stat: "Sum" } };
const half = { id: "half", expression: "visible / 2" };

const cases: readonly [title: string, type: ResourceToken, before: Inputs, after: Inputs, result: unknown[]][] = [
    [
        "container definitions that mean the same",
        taskDefinition,
        {},
        {
            containerDefinitions: JSON.stringify(
                [...containers].reverse().map((one) => ({ cpu: 0, essential: true, volumesFrom: [], ...one })),
                null,
                4,
            ),
        },
        none,
    ],
    [
        "container definitions that mean something else: a new revision",
        taskDefinition,
        {},
        { containerDefinitions: JSON.stringify([{ ...containers[0], image: "sidecar:2" }, containers[1]]) },
        [["containerDefinitions"], ["containerDefinitions"], false],
    ],
    [
        "container definitions that are not known yet: a new revision",
        taskDefinition,
        {},
        { containerDefinitions: unknown },
        [["containerDefinitions"], ["containerDefinitions"], false],
    ],
    [
        "a network mode that the program leaves to AWS from now on",
        taskDefinition,
        { networkMode: "bridge" },
        { networkMode: undefined },
        none,
    ],
    ["tags of a task definition", taskDefinition, {}, { tags: { a: "1" } }, [["tags"], [], false]],
    [
        "the order of volumes",
        taskDefinition,
        { volumes: [{ name: "sock" }, { name: "b" }] },
        { volumes: [{ name: "b" }, { name: "sock" }] },
        none,
    ],
    ["a service's number of tasks", service, {}, { desiredCount: 2 }, [["desiredCount"], [], false]],
    ["a service's placement", service, {}, { placementConstraints: [] }, [["placementConstraints"], [], false]],
    ["a service's cluster", service, {}, { cluster: "other" }, [["cluster"], ["cluster"], false]],
    [
        "the cluster of a service that the program names",
        service,
        { name: "s" },
        { name: "s", cluster: "other" },
        [["cluster"], ["cluster"], true],
    ],
    [
        "a capacity provider strategy, with a forced deployment",
        service,
        { forceNewDeployment: true },
        { forceNewDeployment: true, capacityProviderStrategies: [{ capacityProvider: "spot" }] },
        [["capacityProviderStrategies"], [], false],
    ],
    [
        "the first capacity provider strategy, with a forced deployment",
        service,
        { forceNewDeployment: true, capacityProviderStrategies: undefined },
        { forceNewDeployment: true },
        [["capacityProviderStrategies"], [], false],
    ],
    [
        "a deployment controller",
        service,
        { deploymentController: { type: "CODE_DEPLOY" } },
        { deploymentController: { type: "ECS" } },
        [["deploymentController"], [], false],
    ],
    [
        "zeros, empty texts and empty lists in place of nothing",
        template,
        {},
        { ebsOptimized: "", keyName: "", blockDeviceMappings: [], disableApiStop: false },
        none,
    ],
    [
        "a volume's size and the hop limit that the program leaves to AWS from now on",
        template,
        {
            blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { volumeSize: 30, volumeType: "gp3" } }],
            metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 2 },
        },
        {
            blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: {} }],
            metadataOptions: { httpTokens: "required" },
        },
        none,
    ],
    [
        "managed scaling that the program leaves to AWS from now on",
        "aws:ecs/capacityProvider:CapacityProvider",
        {},
        {
            autoScalingGroupProvider: {
                autoScalingGroupArn:
                    rightInputs["aws:ecs/capacityProvider:CapacityProvider"].autoScalingGroupProvider
                        .autoScalingGroupArn,
            },
        },
        none,
    ],
    ["an instance type", template, {}, { instanceType: "inf1.2xlarge" }, [["instanceType"], [], false]],
    ["a name", template, { name: "a" }, { name: "b" }, [["name"], ["name"], false]],
    ["the order of subnets", group, { vpcZoneIdentifiers: ["a", "b"] }, { vpcZoneIdentifiers: ["b", "a"] }, none],
    ["a capacity that the program leaves to AWS from now on", group, {}, { desiredCapacity: undefined }, none],
    [
        "a nested input that replaces",
        "aws:ecs/capacityProvider:CapacityProvider",
        {},
        {
            autoScalingGroupProvider: {
                ...rightInputs["aws:ecs/capacityProvider:CapacityProvider"].autoScalingGroupProvider,
                autoScalingGroupArn: "arn:…:autoScalingGroupName/other",
            },
        },
        [["autoScalingGroupProvider"], ["autoScalingGroupProvider"], false],
    ],
    [
        "a nested input that does not replace",
        "aws:ecs/capacityProvider:CapacityProvider",
        {},
        {
            autoScalingGroupProvider: {
                ...rightInputs["aws:ecs/capacityProvider:CapacityProvider"].autoScalingGroupProvider,
                managedScaling: { status: "ENABLED", targetCapacity: 90 },
            },
        },
        [["autoScalingGroupProvider"], [], false],
    ],
    [
        "the order of keys in a policy",
        role,
        { assumeRolePolicy: '{"Version":"1","Statement":[]}' },
        { assumeRolePolicy: '{ "Statement": [], "Version": "1" }' },
        none,
    ],
    [
        "a role's path, of a role that the program names",
        role,
        { name: "r" },
        { name: "r", path: "/x/" },
        [["path"], ["path"], true],
    ],
    ["a role's path, of a role with a generated name", role, {}, { path: "/x/" }, [["path"], ["path"], false]],
    ["a default in words", securityGroup, {}, { description: "Managed by Pulumi" }, none],
    ["another spelling of all protocols", securityGroup, { egress: [rule("-1")] }, { egress: [rule("all")] }, none],
    [
        "a type that AWS cannot update",
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        {},
        { policyArn: "arn:aws:iam::aws:policy/Other" },
        [["policyArn"], ["policyArn"], false],
    ],
    [
        "a type of which two cannot stand beside each other",
        "aws:ec2/routeTableAssociation:RouteTableAssociation",
        {},
        { routeTableId: "rtb-2" },
        [["routeTableId"], ["routeTableId"], true],
    ],
    [
        "a VPC's tenancy, to dedicated",
        "aws:ec2/vpc:Vpc",
        {},
        { instanceTenancy: "dedicated" },
        [["instanceTenancy"], ["instanceTenancy"], false],
    ],
    [
        "a VPC's tenancy, from dedicated",
        "aws:ec2/vpc:Vpc",
        { instanceTenancy: "dedicated" },
        {},
        [["instanceTenancy"], [], false],
    ],
    [
        "the bounds of what is scaled",
        "aws:appautoscaling/target:Target",
        {},
        { maxCapacity: 4 },
        [["maxCapacity"], [], false],
    ],
    [
        "another service that is scaled",
        "aws:appautoscaling/target:Target",
        {},
        { resourceId: "service/ml/other" },
        [["resourceId"], ["resourceId"], false],
    ],
    [
        "the order of the metrics that a policy tracks, and their default",
        "aws:appautoscaling/policy:Policy",
        { [tracking]: { customizedMetricSpecification: { metrics: [half, visible] }, targetValue: 1 } },
        {
            [tracking]: {
                customizedMetricSpecification: { metrics: [visible, { ...half, returnData: true }] },
                targetValue: 1,
            },
        },
        none,
    ],
    [
        "a step from another value on",
        "aws:appautoscaling/policy:Policy",
        { stepScalingPolicyConfiguration: { stepAdjustments: [{ scalingAdjustment: 1 }] } },
        {
            stepScalingPolicyConfiguration: {
                stepAdjustments: [{ metricIntervalLowerBound: "0", scalingAdjustment: 1 }],
            },
        },
        [["stepScalingPolicyConfiguration"], [], false],
    ],
    [
        "a start of a scheduled action in another time zone, and the default one",
        "aws:appautoscaling/scheduledAction:ScheduledAction",
        { startTime: "2030-01-01T00:00:00Z" },
        { startTime: "2030-01-01T01:00:00+01:00", timezone: "UTC" },
        none,
    ],
    [
        "the order of an alarm's queries",
        alarm,
        {},
        { metricQueries: [...rightInputs[alarm].metricQueries].reverse() },
        none,
    ],
    ["an alarm's threshold", alarm, {}, { threshold: 0 }, [["threshold"], [], false]],
    [
        "the order of keys in a queue's redrive policy",
        "aws:sqs/queue:Queue",
        { redrivePolicy: '{"deadLetterTargetArn":"arn","maxReceiveCount":3}' },
        { redrivePolicy: '{ "maxReceiveCount": 3, "deadLetterTargetArn": "arn" }' },
        none,
    ],
];

function rule(protocol: string): Inputs {
    return { protocol, fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] };
}

describe("diff", () => {
    for (const type of Object.keys(rightInputs) as ResourceToken[]) {
        it(`finds no change in equal inputs of ${type}`, () => {
            assert.deepStrictEqual(diff(type, {}, {}), none);
        });
    }

    for (const [title, type, before, after, result] of cases) {
        it(`judges ${title}`, () => {
            assert.deepStrictEqual(diff(type, before, after), result);
        });
    }

    it("refuses another capacity provider strategy without a forced deployment, as Pulumi's provider does", () => {
        assert.throws(
            () => diff(service, {}, { capacityProviderStrategies: [{ capacityProvider: "spot" }] }),
            /^Error: force_new_deployment should be true when capacity_provider_strategy is being updated$/,
        );
    });

    it("notices tags that differ from those in AWS through the provider's default tags alone", () => {
        const urn = { type: "aws:ecs/cluster:Cluster", name: "it" };
        const { inputs } = provider.check(urn, {}, { tags: { a: "1" } }, new Uint8Array([1]));
        assert.deepStrictEqual(provider.diff(urn, inputs, inputs, { tagsAll: { a: "1", team: "ml" } }).changed, [
            "tagsAll",
        ]);
    });
});
