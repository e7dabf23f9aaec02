import { containers, type ResourceToken, rightInputs } from "./right-inputs";

export type Values = Record<string, unknown>;

/** The states of the resources that were created before, by name. */
type Created = Readonly<Record<string, Values>>;

export interface LifeCycle {
    readonly name: string;
    readonly type: ResourceToken;
    readonly inputs: (created: Created) => Values;
    /** What an update changes. */
    readonly change?: (created: Created) => Values;
    /** Outputs that the emulator does not answer. */
    readonly unanswered?: readonly string[];
}

const tags = { a: "1" };
const otherTags = { b: "2" };
const id = (created: Created, name: string): unknown => created[name]?.["id"];
const output = (created: Created, name: string, key: string): unknown => created[name]?.[key];

/** One resource of every type, each after those that it refers to. */
export const lifeCycles: readonly LifeCycle[] = [
    {
        name: "vpc",
        type: "aws:ec2/vpc:Vpc",
        inputs: () => ({ cidrBlock: "10.0.0.0/16", tags }),
        change: () => ({ enableDnsHostnames: true, tags: otherTags }),
    },
    {
        name: "internet-gateway",
        type: "aws:ec2/internetGateway:InternetGateway",
        inputs: (created) => ({ vpcId: id(created, "vpc"), tags }),
        change: () => ({ tags: otherTags }),
    },
    {
        name: "subnet",
        type: "aws:ec2/subnet:Subnet",
        inputs: (created) => ({
            vpcId: id(created, "vpc"),
            cidrBlock: "10.0.1.0/24",
            availabilityZone: "us-west-2a",
            mapPublicIpOnLaunch: true,
            tags,
        }),
        change: () => ({ mapPublicIpOnLaunch: false, tags: otherTags }),
    },
    {
        name: "route-table",
        type: "aws:ec2/routeTable:RouteTable",
        inputs: (created) => ({
            vpcId: id(created, "vpc"),
            routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: id(created, "internet-gateway") }],
            tags,
        }),
        change: (created) => ({
            routes: [{ cidrBlock: "192.168.0.0/16", gatewayId: id(created, "internet-gateway") }],
            tags: otherTags,
        }),
    },
    {
        name: "association",
        type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
        inputs: (created) => ({ routeTableId: id(created, "route-table"), subnetId: id(created, "subnet") }),
    },
    { name: "eip", type: "aws:ec2/eip:Eip", inputs: () => ({ tags }), change: () => ({ tags: otherTags }) },
    {
        name: "nat-gateway",
        type: "aws:ec2/natGateway:NatGateway",
        inputs: (created) => ({
            subnetId: id(created, "subnet"),
            allocationId: output(created, "eip", "allocationId"),
            tags,
        }),
        change: () => ({ tags: otherTags }),
    },
    {
        name: "route",
        type: "aws:ec2/route:Route",
        inputs: (created) => ({
            routeTableId: id(created, "route-table"),
            destinationCidrBlock: "172.16.0.0/12",
            gatewayId: id(created, "internet-gateway"),
        }),
        change: (created) => ({ gatewayId: undefined, natGatewayId: id(created, "nat-gateway") }),
    },
    {
        name: "security-group",
        type: "aws:ec2/securityGroup:SecurityGroup",
        inputs: (created) => ({
            vpcId: id(created, "vpc"),
            ingress: [{ protocol: "tcp", fromPort: 80, toPort: 80, cidrBlocks: ["10.0.0.0/16"] }],
            egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
            tags,
        }),
        change: () => ({
            ingress: [{ protocol: "tcp", fromPort: 81, toPort: 82, self: true, description: "among themselves" }],
            tags: otherTags,
        }),
    },
    {
        name: "closed-group",
        type: "aws:ec2/securityGroup:SecurityGroup",
        inputs: (created) => ({ vpcId: id(created, "vpc") }),
    },
    {
        name: "egress",
        type: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
        inputs: (created) => ({
            securityGroupId: id(created, "closed-group"),
            ipProtocol: "-1",
            cidrIpv4: "0.0.0.0/0",
            tags,
        }),
        change: () => ({ description: "everywhere" }),
    },
    {
        name: "ingress",
        type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
        inputs: (created) => ({
            securityGroupId: id(created, "closed-group"),
            ipProtocol: "tcp",
            fromPort: 8500,
            toPort: 8500,
            referencedSecurityGroupId: id(created, "security-group"),
        }),
        change: () => ({ toPort: 8501 }),
    },
    {
        name: "role",
        type: "aws:iam/role:Role",
        inputs: () => ({ ...rightInputs["aws:iam/role:Role"], tags }),
        change: () => ({ description: "of instances", maxSessionDuration: 7200, tags: otherTags }),
    },
    {
        name: "role-policy",
        type: "aws:iam/rolePolicy:RolePolicy",
        inputs: (created) => ({ role: id(created, "role"), policy: policy("ecs:Poll") }),
        change: () => ({ policy: policy("ecs:StartTelemetrySession") }),
    },
    {
        name: "policy",
        type: "aws:iam/policy:Policy",
        inputs: () => ({ description: "of instances", policy: policy("ecs:Poll"), tags }),
        change: () => ({ policy: policy("ecs:StartTelemetrySession"), tags: otherTags }),
    },
    {
        name: "attachment",
        type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        inputs: (created) => ({ role: id(created, "role"), policyArn: output(created, "policy", "arn") }),
    },
    {
        name: "profile",
        type: "aws:iam/instanceProfile:InstanceProfile",
        inputs: (created) => ({ role: id(created, "role"), tags }),
        change: () => ({ tags: otherTags }),
    },
    {
        name: "logs",
        type: "aws:cloudwatch/logGroup:LogGroup",
        inputs: () => ({ retentionInDays: 30, tags }),
        change: () => ({ retentionInDays: 0, tags: otherTags }),
    },
    {
        name: "repository",
        type: "aws:ecr/repository:Repository",
        inputs: () => ({ forceDelete: true, tags }),
        change: () => ({
            imageTagMutability: "IMMUTABLE",
            imageScanningConfiguration: { scanOnPush: true },
            tags: otherTags,
        }),
    },
    {
        name: "template",
        type: "aws:ec2/launchTemplate:LaunchTemplate",
        inputs: (created) => ({
            ...rightInputs["aws:ec2/launchTemplate:LaunchTemplate"],
            blockDeviceMappings: [
                { deviceName: "/dev/xvda", ebs: { encrypted: "true", volumeSize: 30, volumeType: "gp3" } },
            ],
            iamInstanceProfile: { arn: output(created, "profile", "arn") },
            tagSpecifications: [{ resourceType: "instance", tags: { Name: "model" } }],
            updateDefaultVersion: true,
            vpcSecurityGroupIds: [id(created, "closed-group")],
            tags,
        }),
        change: () => ({ instanceType: "inf1.2xlarge", description: "larger", tags: otherTags }),
    },
    {
        name: "group",
        type: "aws:autoscaling/group:Group",
        inputs: (created) => ({
            ...rightInputs["aws:autoscaling/group:Group"],
            launchTemplate: { id: id(created, "template"), version: "$Latest" },
            protectFromScaleIn: true,
            tags: [{ key: "AmazonECSManaged", value: "true", propagateAtLaunch: true }],
            vpcZoneIdentifiers: [id(created, "subnet")],
            warmPool: { minSize: 1 },
        }),
        change: () => ({
            desiredCapacity: 2,
            enabledMetrics: ["GroupDesiredCapacity"],
            suspendedProcesses: ["AZRebalance"],
            tags: [{ key: "Name", value: "model", propagateAtLaunch: true }],
            warmPool: { maxGroupPreparedCapacity: 3, poolState: "Running" },
        }),
        unanswered: ["mixedInstancesPolicy"],
    },
    {
        name: "hook",
        type: "aws:autoscaling/lifecycleHook:LifecycleHook",
        inputs: (created) => ({
            ...rightInputs["aws:autoscaling/lifecycleHook:LifecycleHook"],
            autoscalingGroupName: id(created, "group"),
        }),
        change: () => ({ defaultResult: "CONTINUE", heartbeatTimeout: 600 }),
    },
    {
        name: "second-subnet",
        type: "aws:ec2/subnet:Subnet",
        inputs: (created) => ({ vpcId: id(created, "vpc"), cidrBlock: "10.0.2.0/24", availabilityZone: "us-west-2b" }),
    },
    {
        name: "balancer",
        type: "aws:lb/loadBalancer:LoadBalancer",
        inputs: (created) => ({
            internal: true,
            securityGroups: [id(created, "security-group")],
            subnets: [id(created, "subnet"), id(created, "second-subnet")],
            tags,
        }),
        change: (created) => ({
            accessLogs: { bucket: "logs", enabled: true, prefix: "front" },
            idleTimeout: 120,
            securityGroups: [id(created, "closed-group")],
            tags: otherTags,
        }),
    },
    {
        name: "targets",
        type: "aws:lb/targetGroup:TargetGroup",
        inputs: (created) => ({
            ...rightInputs["aws:lb/targetGroup:TargetGroup"],
            deregistrationDelay: 30,
            vpcId: id(created, "vpc"),
            tags,
        }),
        change: () => ({
            deregistrationDelay: 60,
            healthCheck: { path: "/", matcher: "200-299" },
            stickiness: { type: "app_cookie", cookieName: "session", cookieDuration: 60 },
            tags: otherTags,
        }),
    },
    {
        name: "listener",
        type: "aws:lb/listener:Listener",
        inputs: (created) => ({
            ...rightInputs["aws:lb/listener:Listener"],
            defaultActions: [{ type: "forward", targetGroupArn: id(created, "targets") }],
            loadBalancerArn: id(created, "balancer"),
            tags,
        }),
        unanswered: ["tcpIdleTimeoutSeconds"],
        change: () => ({
            defaultActions: [
                { type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "503" } },
            ],
            tags: otherTags,
        }),
    },
    {
        name: "certificate",
        type: "aws:acm/certificate:Certificate",
        inputs: () => ({
            ...rightInputs["aws:acm/certificate:Certificate"],
            subjectAlternativeNames: ["*.example.com", "example.com"],
            tags,
        }),
        change: () => ({ tags: otherTags }),
    },
    {
        name: "namespace",
        type: "aws:servicediscovery/httpNamespace:HttpNamespace",
        inputs: () => ({ ...rightInputs["aws:servicediscovery/httpNamespace:HttpNamespace"], tags }),
        change: () => ({ tags: otherTags }),
    },
    {
        name: "certificate-of-listener",
        type: "aws:lb/listenerCertificate:ListenerCertificate",
        inputs: (created) => ({ certificateArn: id(created, "certificate"), listenerArn: id(created, "listener") }),
    },
    {
        name: "rule",
        type: "aws:lb/listenerRule:ListenerRule",
        inputs: (created) => ({
            ...rightInputs["aws:lb/listenerRule:ListenerRule"],
            actions: [{ type: "forward", targetGroupArn: id(created, "targets") }],
            listenerArn: id(created, "listener"),
            tags,
        }),
        change: () => ({
            conditions: [
                { hostHeader: { values: ["bert.example.com", "*.example.org"] } },
                { pathPattern: { values: ["/v2/*"] } },
            ],
            priority: 20,
            tags: otherTags,
        }),
    },
    {
        name: "network-balancer",
        type: "aws:lb/loadBalancer:LoadBalancer",
        inputs: (created) => ({
            enableCrossZoneLoadBalancing: true,
            internal: true,
            loadBalancerType: "network",
            securityGroups: [id(created, "closed-group")],
            subnets: [id(created, "subnet")],
        }),
    },
    {
        name: "network-targets",
        type: "aws:lb/targetGroup:TargetGroup",
        inputs: (created) => ({
            port: 80,
            protocol: "TCP",
            vpcId: id(created, "vpc"),
            healthCheck: { protocol: "TCP", interval: 10 },
        }),
        change: () => ({ healthCheck: { protocol: "HTTP", path: "/ping", port: "8080" } }),
    },
    {
        name: "network-listener",
        type: "aws:lb/listener:Listener",
        inputs: (created) => ({
            defaultActions: [{ type: "forward", targetGroupArn: id(created, "network-targets") }],
            loadBalancerArn: id(created, "network-balancer"),
            port: 8500,
            protocol: "TCP",
        }),
        change: () => ({ tcpIdleTimeoutSeconds: 600 }),
    },
    {
        name: "cluster",
        type: "aws:ecs/cluster:Cluster",
        inputs: (created) => ({
            configuration: {
                executeCommandConfiguration: {
                    logging: "OVERRIDE",
                    logConfiguration: { cloudWatchLogGroupName: output(created, "logs", "name") },
                },
            },
            settings: [{ name: "containerInsights", value: "enabled" }],
            tags,
        }),
        change: () => ({ settings: [{ name: "containerInsights", value: "enhanced" }], tags: otherTags }),
    },
    {
        name: "capacity-provider",
        type: "aws:ecs/capacityProvider:CapacityProvider",
        inputs: (created) => ({ autoScalingGroupProvider: groupProvider(created, 100, "ENABLED"), tags }),
        change: (created) => ({ autoScalingGroupProvider: groupProvider(created, 90, "DISABLED"), tags: otherTags }),
    },
    {
        name: "providers-of-cluster",
        type: "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders",
        inputs: (created) => ({
            clusterName: output(created, "cluster", "name"),
            capacityProviders: [output(created, "capacity-provider", "name")],
        }),
        change: (created) => ({
            defaultCapacityProviderStrategies: [
                { capacityProvider: output(created, "capacity-provider", "name"), weight: 1 },
            ],
        }),
    },
    {
        name: "task-definition",
        type: "aws:ecs/taskDefinition:TaskDefinition",
        inputs: () => ({
            ...rightInputs["aws:ecs/taskDefinition:TaskDefinition"],
            containerDefinitions: JSON.stringify(containers),
            tags,
        }),
        change: () => ({ tags: otherTags }),
    },
    {
        name: "service",
        type: "aws:ecs/service:Service",
        inputs: (created) => ({
            ...rightInputs["aws:ecs/service:Service"],
            capacityProviderStrategies: [{ capacityProvider: output(created, "capacity-provider", "name"), weight: 1 }],
            cluster: id(created, "cluster"),
            deploymentCircuitBreaker: { enable: true, rollback: true },
            taskDefinition: output(created, "task-definition", "arn"),
            tags,
        }),
        change: () => ({
            desiredCount: 2,
            placementConstraints: [],
            deploymentMinimumHealthyPercent: 0,
            tags: otherTags,
        }),
        unanswered: ["alarms"],
    },
    {
        name: "scaled",
        type: "aws:appautoscaling/target:Target",
        inputs: (created) => ({
            ...rightInputs["aws:appautoscaling/target:Target"],
            resourceId: resourceIdOf(created),
            tags,
        }),
        change: () => ({ minCapacity: 1, maxCapacity: 5, tags: otherTags }),
    },
    {
        name: "tracking",
        type: "aws:appautoscaling/policy:Policy",
        inputs: (created) => ({
            ...rightInputs["aws:appautoscaling/policy:Policy"],
            resourceId: resourceIdOf(created),
        }),
        change: () => ({
            targetTrackingScalingPolicyConfiguration: {
                customizedMetricSpecification: {
                    metrics: [
                        {
                            id: "visible",
                            metricStat: {
                                metric: {
                                    dimensions: [{ name: "QueueName", value: "jobs" }],
                                    metricName: "ApproximateNumberOfMessagesVisible",
                                    namespace: "AWS/SQS",
                                },
                                stat: "Maximum",
                            },
                            returnData: false,
                        },
                        { id: "half", expression: "visible / 2" },
                    ],
                },
                scaleInCooldown: 900,
                targetValue: 0.5,
            },
        }),
    },
    {
        name: "stepping",
        type: "aws:appautoscaling/policy:Policy",
        inputs: (created) => ({
            ...rightInputs["aws:appautoscaling/policy:Policy"],
            policyType: "StepScaling",
            resourceId: resourceIdOf(created),
            stepScalingPolicyConfiguration: stepOf("0", 900),
            targetTrackingScalingPolicyConfiguration: undefined,
        }),
        change: () => ({ stepScalingPolicyConfiguration: stepOf("0.5", 60) }),
    },
    {
        name: "scheduled",
        type: "aws:appautoscaling/scheduledAction:ScheduledAction",
        inputs: (created) => ({
            ...rightInputs["aws:appautoscaling/scheduledAction:ScheduledAction"],
            resourceId: resourceIdOf(created),
            startTime: "2030-01-01T00:00:00+01:00",
        }),
        change: () => ({ scalableTargetAction: { minCapacity: 1, maxCapacity: 2 }, timezone: "Europe/Berlin" }),
    },
    {
        name: "alarm",
        type: "aws:cloudwatch/metricAlarm:MetricAlarm",
        inputs: (created) => ({
            ...rightInputs["aws:cloudwatch/metricAlarm:MetricAlarm"],
            alarmActions: [output(created, "stepping", "arn")],
            tags,
        }),
        change: () => ({ threshold: 2, treatMissingData: "notBreaching", tags: otherTags }),
    },
    {
        name: "dead-letters",
        type: "aws:sqs/queue:Queue",
        inputs: () => ({ messageRetentionSeconds: 1_209_600 }),
    },
    {
        name: "queue",
        type: "aws:sqs/queue:Queue",
        inputs: () => ({ ...rightInputs["aws:sqs/queue:Queue"], receiveWaitTimeSeconds: 20, tags }),
        change: (created) => ({
            receiveWaitTimeSeconds: 10,
            redrivePolicy: JSON.stringify({
                maxReceiveCount: 3,
                deadLetterTargetArn: output(created, "dead-letters", "arn"),
            }),
            tags: otherTags,
        }),
    },
    {
        name: "queue-policy",
        type: "aws:sqs/queuePolicy:QueuePolicy",
        inputs: (created) => ({ queueUrl: id(created, "queue"), policy: policy("sqs:SendMessage") }),
        change: () => ({ policy: policy("sqs:ReceiveMessage") }),
    },
    {
        name: "redrive",
        type: "aws:sqs/redrivePolicy:RedrivePolicy",
        inputs: (created) => ({ queueUrl: id(created, "dead-letters"), redrivePolicy: redriveTo(created, 3) }),
        change: (created) => ({ redrivePolicy: redriveTo(created, 5) }),
    },
    {
        name: "redrive-allowed",
        type: "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy",
        inputs: (created) => ({
            ...rightInputs["aws:sqs/redriveAllowPolicy:RedriveAllowPolicy"],
            queueUrl: id(created, "dead-letters"),
        }),
        change: (created) => ({
            redriveAllowPolicy: JSON.stringify({
                redrivePermission: "byQueue",
                sourceQueueArns: [output(created, "queue", "arn")],
            }),
        }),
    },
];

function policy(Action: string): string {
    return JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action, Resource: "*" }] });
}

function resourceIdOf(created: Created): string {
    return `service/${String(output(created, "cluster", "name"))}/${String(output(created, "service", "name"))}`;
}

function stepOf(metricIntervalLowerBound: string, cooldown: number): Values {
    const stepAdjustments = [{ metricIntervalLowerBound, scalingAdjustment: 1 }];
    return { adjustmentType: "ChangeInCapacity", cooldown, stepAdjustments };
}

function redriveTo(created: Created, maxReceiveCount: number): string {
    return JSON.stringify({ deadLetterTargetArn: output(created, "queue", "arn"), maxReceiveCount });
}

function groupProvider(created: Created, targetCapacity: number, managedDraining: string): Values {
    return {
        autoScalingGroupArn: output(created, "group", "arn"),
        managedDraining,
        managedScaling: { status: "ENABLED", targetCapacity },
        managedTerminationProtection: "ENABLED",
    };
}
