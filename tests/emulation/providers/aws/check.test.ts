import assert from "node:assert/strict";
import { AwsProvider } from "../../../../emulation/providers/aws/provider";
import { resourceTypes } from "../../../../emulation/providers/aws/resource-types";
import { unknown } from "../../../../emulation/providers/aws/unknown";
import { rightInputs, type ResourceToken } from "./right-inputs";

type Change = Record<string, unknown>;
type Failure = readonly [property: string, reason: string];

function failuresOf(type: string, inputs: Change): Failure[] {
    const { failures } = new AwsProvider().check({ type, name: "it" }, {}, inputs, new Uint8Array([1]));
    return failures.map(({ property, reason }) => [property, reason] as const);
}

const cluster = "aws:ecs/cluster:Cluster";
const capacityProvider = "aws:ecs/capacityProvider:CapacityProvider";
const association = "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders";
const taskDefinition = "aws:ecs/taskDefinition:TaskDefinition";
const service = "aws:ecs/service:Service";
const launchTemplate = "aws:ec2/launchTemplate:LaunchTemplate";
const egress = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const subnet = "aws:ec2/subnet:Subnet";
const route = "aws:ec2/route:Route";
const routeTable = "aws:ec2/routeTable:RouteTable";
const natGateway = "aws:ec2/natGateway:NatGateway";
const group = "aws:autoscaling/group:Group";

const unservedReason = "Pulumi's provider takes this input, this stand-in does not: leave it out to emulate";
const peers = "cidrIpv4, cidrIpv6, prefixListId, referencedSecurityGroupId";
const targets =
    "carrierGatewayId, coreNetworkArn, egressOnlyGatewayId, gatewayId, localGatewayId, natGatewayId, " +
    "networkInterfaceId, odbNetworkArn, transitGatewayId, vpcEndpointId, vpcPeeringConnectionId";

const policy = "aws:appautoscaling/policy:Policy";
const tracking = "targetTrackingScalingPolicyConfiguration";
const alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
const queue = "aws:sqs/queue:Queue";

/** What is changed in the right inputs of a type, and all that is then reported. */
const cases: readonly [title: string, type: ResourceToken, change: Change, failures: readonly Failure[]][] = [
    [
        "an input that is none, with the one that was probably meant",
        cluster,
        { setings: [] },
        [
            [
                "setings",
                '"setings" is no input here (did you mean "settings"?); known are configuration, name, region, ' +
                    "serviceConnectDefaults, settings, tags",
            ],
        ],
    ],
    [
        "a nested input that is none",
        cluster,
        { settings: [{ name: "containerInsights", value: "enabled", on: true }] },
        [["settings[0].on", '"on" is no input here; known are name, value']],
    ],
    [
        "a missing nested input",
        cluster,
        { settings: [{ name: "containerInsights" }] },
        [["settings[0].value", '"value" is required and missing']],
    ],
    [
        "a value outside of an enumeration",
        cluster,
        { settings: [{ name: "containerInsights", value: "on" }] },
        [["settings[0].value", '"on" is not accepted; it must be one of enabled, enhanced, disabled']],
    ],
    [
        "a list where an object belongs",
        cluster,
        { configuration: [] },
        [["configuration", "must be an object, not a list"]],
    ],
    ["an object where a list belongs", cluster, { settings: {} }, [["settings", "must be a list, not an object"]]],
    ["a map of lists where texts belong", cluster, { tags: { a: [] } }, [["tags.a", "must be a string, not a list"]]],
    [
        "an input that Pulumi's provider takes and this one does not",
        capacityProvider,
        { cluster: "c" },
        [["cluster", unservedReason]],
    ],
    [
        "command logging that is to be overridden without saying where to",
        cluster,
        { configuration: { executeCommandConfiguration: { logging: "OVERRIDE" } } },
        [
            [
                "configuration.executeCommandConfiguration.logConfiguration",
                'logging is "OVERRIDE", which requires a logConfiguration that says where to',
            ],
        ],
    ],
    [
        "a capacity provider without a group, of a reserved name",
        capacityProvider,
        { autoScalingGroupProvider: undefined, name: "ecs-inf1" },
        [
            ["autoScalingGroupProvider", "is required: a capacity provider stands on an Auto Scaling group"],
            ["name", '"ecs-inf1" begins with aws, ecs or fargate, which AWS reserves'],
        ],
    ],
    [
        "managed termination protection without managed scaling",
        capacityProvider,
        { autoScalingGroupProvider: { autoScalingGroupArn: "arn:…/group", managedTerminationProtection: "ENABLED" } },
        [
            [
                "autoScalingGroupProvider.managedTerminationProtection",
                "is ENABLED, which requires managedScaling with status ENABLED",
            ],
        ],
    ],
    [
        "a default strategy on a capacity provider that is not associated",
        association,
        { defaultCapacityProviderStrategies: [{ capacityProvider: "inf1" }, { capacityProvider: "spot" }] },
        [
            [
                "defaultCapacityProviderStrategies[1].capacityProvider",
                '"spot" is not among capacityProviders: add it there, or name one of inf1',
            ],
        ],
    ],
    ["a missing family", taskDefinition, { family: undefined }, [["family", '"family" is required and missing']]],
    [
        "a family with blanks",
        taskDefinition,
        { family: "my model" },
        [["family", '"my model" is not accepted; a family has 1 to 255 letters, digits, hyphens and underscores']],
    ],
    [
        "two volumes of one name",
        taskDefinition,
        { volumes: [{ name: "sock" }, { name: "sock" }] },
        [["volumes[1].name", '"sock" is the name of an earlier volume; names are unique']],
    ],
    [
        "a volume of two kinds at once",
        taskDefinition,
        {
            volumes: [
                { name: "sock", hostPath: "/tmp/sock", dockerVolumeConfiguration: { scope: "task" } },
                { name: "models", configureAtLaunch: true },
            ],
        },
        [["volumes[0]", "is of several kinds at once, hostPath, dockerVolumeConfiguration; a volume is of one"]],
    ],
    [
        "an EFS access point without encryption, with a root of the volume's own",
        taskDefinition,
        {
            volumes: [
                {
                    name: "sock",
                    efsVolumeConfiguration: {
                        fileSystemId: "fs-1",
                        rootDirectory: "/models",
                        authorizationConfig: { accessPointId: "fsap-1" },
                    },
                },
            ],
        },
        [
            [
                "volumes[0].efsVolumeConfiguration.transitEncryption",
                "must be ENABLED with an access point or IAM authorization",
            ],
            [
                "volumes[0].efsVolumeConfiguration.rootDirectory",
                "is given together with an access point, which has its own: leave it out",
            ],
        ],
    ],
    [
        "a placement constraint of services in a task definition",
        taskDefinition,
        { placementConstraints: [{ type: "distinctInstance" }] },
        [["placementConstraints[0].type", '"distinctInstance" is not accepted; it must be one of memberOf']],
    ],
    [
        "Fargate without size, in another network mode",
        taskDefinition,
        { requiresCompatibilities: ["FARGATE"], containerDefinitions: unknown },
        [
            ["cpu", "is missing; Fargate requires the task's cpu and memory"],
            ["memory", "is missing; Fargate requires the task's cpu and memory"],
            ["networkMode", 'must be "awsvpc" for Fargate'],
        ],
    ],
    [
        "every failure of one task definition at once",
        taskDefinition,
        { family: "my model", cpus: 1, networkMode: "bridged", containerDefinitions: "[]" },
        [
            ["networkMode", '"bridged" is not accepted; it must be one of awsvpc, bridge, host, none'],
            [
                "cpus",
                '"cpus" is no input here (did you mean "cpu"?); known are containerDefinitions, cpu, ' +
                    "enableFaultInjection, ephemeralStorage, executionRoleArn, family, ipcMode, memory, networkMode, " +
                    "pidMode, placementConstraints, proxyConfiguration, region, requiresCompatibilities, " +
                    "runtimePlatform, skipDestroy, tags, taskRoleArn, trackLatest, volumes",
            ],
            ["family", '"my model" is not accepted; a family has 1 to 255 letters, digits, hyphens and underscores'],
            ["containerDefinitions", "is an empty list; a task definition requires at least one container"],
        ],
    ],
    [
        "a launch type beside a capacity provider strategy",
        service,
        { launchType: "EC2" },
        [
            [
                "launchType",
                "is given together with capacityProviderStrategies; Amazon ECS takes one of them: remove " +
                    "launchType to use the capacity providers",
            ],
        ],
    ],
    [
        "placement constraints with an expression too many and one too few",
        service,
        {
            placementConstraints: [
                { type: "distinctInstance", expression: "agentConnected == true" },
                { type: "memberOf" },
            ],
        },
        [
            ["placementConstraints[0].expression", "is given, but distinctInstance takes none: leave it out"],
            [
                "placementConstraints[1].expression",
                "is missing; memberOf requires one, as attribute:ecs.instance-type == inf1.xlarge",
            ],
        ],
    ],
    [
        "placement strategies with fields that do not fit",
        service,
        {
            orderedPlacementStrategies: [
                { type: "binpack", field: "disk" },
                { type: "random", field: "cpu" },
                { type: "spread" },
            ],
        },
        [
            ["orderedPlacementStrategies[0].field", '"disk" is not accepted; binpack requires one of cpu, memory'],
            ["orderedPlacementStrategies[1].field", '"cpu" is given, but random takes none: leave it out'],
            [
                "orderedPlacementStrategies[2].field",
                "is missing; spread requires one, as attribute:ecs.availability-zone or instanceId",
            ],
        ],
    ],
    [
        "a service without a task definition",
        service,
        { taskDefinition: undefined },
        [["taskDefinition", "is required, unless the deployment controller is EXTERNAL"]],
    ],
    [
        "a number of tasks and a strategy for a daemon service",
        service,
        { schedulingStrategy: "DAEMON" },
        [
            ["desiredCount", "is given, but a DAEMON service runs one task on each instance: leave it out"],
            [
                "orderedPlacementStrategies",
                "is given, but a DAEMON service runs one task on each instance: leave it out",
            ],
        ],
    ],
    [
        "an image that is no AMI",
        launchTemplate,
        { imageId: "amzn2-ami-ecs-inf" },
        [["imageId", '"amzn2-ami-ecs-inf" is no AMI; required is ami-<hexadecimal digits> or resolve:ssm:<parameter>']],
    ],
    [
        "user data in plain text, which is not quoted",
        launchTemplate,
        { userData: "#!/bin/sh\nPASSWORD=hunter2" },
        [
            [
                "userData",
                'is not Base64; a launch template takes user data encoded: Buffer.from(script).toString("base64")',
            ],
        ],
    ],
    [
        "a hop limit beyond EC2's",
        launchTemplate,
        { metadataOptions: { httpPutResponseHopLimit: 65 } },
        [["metadataOptions.httpPutResponseHopLimit", "is 65; it lies between 1 and 64"]],
    ],
    [
        "two ways to set a launch template's default version",
        launchTemplate,
        { defaultVersion: 1, updateDefaultVersion: true },
        [["updateDefaultVersion", "is given together with defaultVersion; give one of them"]],
    ],
    [
        "security groups by name beside those by id",
        launchTemplate,
        { securityGroupNames: ["default"] },
        [["securityGroupNames", "is given together with vpcSecurityGroupIds; give one of them"]],
    ],
    [
        "a rule to nowhere",
        egress,
        { cidrIpv4: undefined },
        [["cidrIpv4", `exactly one of ${peers} is required; given are none`]],
    ],
    [
        "a rule to two places",
        egress,
        { cidrIpv6: "::/0" },
        [["cidrIpv4", `exactly one of ${peers} is required; given are cidrIpv4, cidrIpv6`]],
    ],
    [
        "ports in a rule for all protocols",
        egress,
        { fromPort: 0, toPort: 0 },
        [
            ["fromPort", "is given, but ipProtocol -1 is for all ports: leave it out"],
            ["toPort", "is given, but ipProtocol -1 is for all ports: leave it out"],
        ],
    ],
    [
        "a rule for TCP without its last port",
        ingress,
        { toPort: undefined },
        [["toPort", "is required with ipProtocol tcp"]],
    ],
    [
        "a VPC without a network",
        "aws:ec2/vpc:Vpc",
        { cidrBlock: undefined },
        [["cidrBlock", "is required, as 10.0.0.0/16"]],
    ],
    [
        "a network that is none",
        "aws:ec2/vpc:Vpc",
        { cidrBlock: "10.0.0.0" },
        [["cidrBlock", '"10.0.0.0" is no IPv4 network; required is <address>/<bits>, as 10.0.0.0/16']],
    ],
    [
        "a VPC that is too large",
        "aws:ec2/vpc:Vpc",
        { cidrBlock: "10.0.0.0/8" },
        [["cidrBlock", '"10.0.0.0/8" has /8; EC2 takes /16 to /28']],
    ],
    [
        "a network that does not begin where it should",
        subnet,
        { cidrBlock: "10.0.1.16/24" },
        [["cidrBlock", '"10.0.1.16/24" does not begin at the first address of a /24 network']],
    ],
    [
        "a subnet in two zones",
        subnet,
        { availabilityZoneId: "usw2-az1" },
        [["availabilityZoneId", "is given together with availabilityZone; give one of them"]],
    ],
    [
        "a route through nothing",
        route,
        { gatewayId: undefined },
        [["carrierGatewayId", `exactly one of ${targets} is required; given are none`]],
    ],
    [
        "a route in a table, to two destinations",
        routeTable,
        { routes: [{ cidrBlock: "0.0.0.0/0", ipv6CidrBlock: "::/0", gatewayId: "igw-1" }] },
        [
            [
                "routes[0].destinationCidrBlock",
                "exactly one of destinationCidrBlock, destinationIpv6CidrBlock, destinationPrefixListId is required; " +
                    "given are destinationCidrBlock, destinationIpv6CidrBlock",
            ],
        ],
    ],
    [
        "an association of a table with nothing",
        "aws:ec2/routeTableAssociation:RouteTableAssociation",
        { subnetId: undefined },
        [["subnetId", "exactly one of subnetId, gatewayId is required"]],
    ],
    [
        "a public NAT gateway without address and subnet",
        natGateway,
        { allocationId: undefined, subnetId: undefined },
        [
            ["subnetId", "is required"],
            ["allocationId", "is required for a public NAT gateway: the id of an Elastic IP address"],
        ],
    ],
    [
        "a private NAT gateway with an address",
        natGateway,
        { connectivityType: "private" },
        [["allocationId", "is given, but a private NAT gateway takes none: leave it out"]],
    ],
    [
        "a group without template and place",
        group,
        { launchTemplate: undefined, vpcZoneIdentifiers: undefined },
        [
            ["launchTemplate", "exactly one of launchTemplate, mixedInstancesPolicy is required"],
            ["vpcZoneIdentifiers", "exactly one of vpcZoneIdentifiers (subnets), availabilityZones is required"],
        ],
    ],
    [
        "a group with a template by id and by name, in no subnet",
        group,
        { launchTemplate: { id: "lt-1", name: "template" }, vpcZoneIdentifiers: [] },
        [
            ["launchTemplate.id", "exactly one of id, name is required"],
            ["vpcZoneIdentifiers", "is an empty list; at least one is required"],
        ],
    ],
    [
        "a template that is no object, once",
        group,
        { launchTemplate: "lt-1" },
        [["launchTemplate", "must be an object, not a string"]],
    ],
    [
        "a group whose sizes contradict each other",
        group,
        { minSize: 3, desiredCapacity: 4 },
        [
            ["minSize", "is 3, more than the maxSize of 2"],
            ["desiredCapacity", "is 4, more than the maxSize of 2"],
        ],
    ],
    [
        "a life of an instance that is too short",
        group,
        { maxInstanceLifetime: 3600 },
        [["maxInstanceLifetime", "is 3600 s; it is 0, or lies between 86400 (one day) and 31536000 (365 days)"]],
    ],
    [
        "a maintenance policy out of range",
        group,
        { instanceMaintenancePolicy: { minHealthyPercentage: 90, maxHealthyPercentage: 90 } },
        [["instanceMaintenancePolicy.maxHealthyPercentage", "is 90; it lies between 100 and 200"]],
    ],
    [
        "a maintenance policy that spans too much",
        group,
        { instanceMaintenancePolicy: { minHealthyPercentage: 50, maxHealthyPercentage: 200 } },
        [["instanceMaintenancePolicy", "spans 150 percent, from 50 to 200; it may span 100"]],
    ],
    [
        "a share of on-demand instances beyond all",
        group,
        {
            launchTemplate: undefined,
            mixedInstancesPolicy: {
                instancesDistribution: { onDemandPercentageAboveBaseCapacity: 101 },
                launchTemplate: { launchTemplateSpecification: { launchTemplateId: "lt-1" } },
            },
        },
        [
            [
                "mixedInstancesPolicy.instancesDistribution.onDemandPercentageAboveBaseCapacity",
                "is 101; it lies between 0 and 100",
            ],
        ],
    ],
    [
        "a lifecycle hook that waits too briefly",
        group,
        {
            initialLifecycleHooks: [
                { name: "drain", lifecycleTransition: "autoscaling:EC2_INSTANCE_TERMINATING", heartbeatTimeout: 5 },
            ],
        },
        [["initialLifecycleHooks[0].heartbeatTimeout", "is 5; it lies between 30 and 7200"]],
    ],
    [
        "an instance refresh with a trigger too many and a percentage too high",
        group,
        {
            instanceRefresh: {
                strategy: "Rolling",
                preferences: { maxHealthyPercentage: 201 },
                triggers: ["launch_template"],
            },
        },
        [
            ["instanceRefresh.preferences.maxHealthyPercentage", "is 201; it lies between 100 and 200"],
            ["instanceRefresh.triggers[0]", "'launch_template' always triggers an instance refresh and can be removed"],
        ],
    ],
    [
        "a trust policy that is no JSON, which is not quoted",
        "aws:iam/role:Role",
        { assumeRolePolicy: "hunter2" },
        [["assumeRolePolicy", "is not JSON: give the policy through JSON.stringify"]],
    ],
    [
        "a policy without statements",
        "aws:iam/rolePolicy:RolePolicy",
        { policy: '{"Version":"2012-10-17"}' },
        [["policy", "has no Statement; a policy requires at least one"]],
    ],
    [
        "a retention period that CloudWatch does not know",
        "aws:cloudwatch/logGroup:LogGroup",
        { retentionInDays: 42 },
        [
            [
                "retentionInDays",
                "42 is not accepted; it must be one of 0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, " +
                    "731, 1096, 1827, 2192, 2557, 2922, 3288, 3653",
            ],
        ],
    ],
    [
        "a policy that tracks two metrics",
        policy,
        {
            [tracking]: {
                customizedMetricSpecification: { metricName: "Waiting", metrics: [{ id: "m", expression: "1" }] },
                predefinedMetricSpecification: { predefinedMetricType: "ECSServiceAverageCPUUtilization" },
                targetValue: 60,
            },
        },
        [
            [`${tracking}.customizedMetricSpecification.metricName`, "conflicts with metrics"],
            [`${tracking}.customizedMetricSpecification`, "conflicts with predefinedMetricSpecification"],
        ],
    ],
    [
        "a scheduled action without bounds",
        "aws:appautoscaling/scheduledAction:ScheduledAction",
        { scalableTargetAction: {} },
        [["scalableTargetAction", "must have maxCapacity, minCapacity or both"]],
    ],
    [
        "an alarm on a metric and on an expression",
        alarm,
        {
            metricName: "Waiting",
            metricQueries: [{ id: "m", expression: "1", metric: { metricName: "Waiting", period: 60, stat: "Sum" } }],
        },
        [
            ["metricName", "conflicts with metricQueries"],
            ["metricQueries[0]", "cannot have both an expression and a metric"],
        ],
    ],
    [
        "a queue with two encryptions, and of no name",
        queue,
        { kmsMasterKeyId: "alias/jobs", name: "jobs.fifo", sqsManagedSseEnabled: true },
        [
            ["kmsMasterKeyId", "conflicts with sqsManagedSseEnabled"],
            ["name", "invalid queue name: jobs.fifo"],
        ],
    ],
];

describe("check", () => {
    it("has right inputs to start from for every resource type", () => {
        assert.deepStrictEqual(Object.keys(rightInputs).sort(), Object.keys(resourceTypes).sort());
    });

    for (const [type, inputs] of Object.entries(rightInputs)) {
        it(`accepts a right ${type}`, () => {
            assert.deepStrictEqual(failuresOf(type, inputs), []);
        });

        it(`judges nothing that is not known yet of ${type}`, () => {
            const pending = Object.fromEntries(Object.keys(inputs).map((name) => [name, unknown]));
            assert.deepStrictEqual(failuresOf(type, pending), []);
        });
    }

    for (const [title, type, change, failures] of cases) {
        it(`reports ${title}`, () => {
            assert.deepStrictEqual(failuresOf(type, { ...rightInputs[type], ...change }), failures);
        });
    }

    it("takes numbers and flags in quotes, and the reverse, as Pulumi's provider does", () => {
        const { inputs, failures } = new AwsProvider().check(
            { type: group, name: "it" },
            {},
            { ...rightInputs[group], maxSize: "2", forceDelete: "true", launchTemplate: { id: "lt-1", version: 3 } },
            new Uint8Array([1]),
        );
        const { maxSize, forceDelete, launchTemplate: template } = inputs;
        assert.deepStrictEqual([failures, maxSize, forceDelete, template], [[], 2, true, { id: "lt-1", version: "3" }]);
    });

    it("takes a policy document as an object, as the SDK's types do, and means the same by it", () => {
        const check = (assumeRolePolicy: unknown): unknown => {
            const urn = { type: "aws:iam/role:Role", name: "it" };
            const { inputs, failures } = new AwsProvider().check(urn, {}, { assumeRolePolicy }, new Uint8Array([1]));
            return [inputs["assumeRolePolicy"], failures];
        };
        const statement = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } };
        assert.deepStrictEqual(check({ Version: "2012-10-17", Statement: [statement] }), [
            '{"Statement":[{"Action":"sts:AssumeRole","Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"}}],' +
                '"Version":"2012-10-17"}',
            [],
        ]);
        assert.deepStrictEqual(check({ Version: "2012-10-17", Statement: [unknown] }), [unknown, []]);
    });

    it("refuses an unknown resource type by its name", () => {
        assert.throws(
            () => failuresOf("aws:s3/bucket:Bucket", {}),
            /^Error: unknown resource type "aws:s3\/bucket:Bucket": this stand-in of the aws /,
        );
    });
});
