/** For each resource type inputs that AWS accepts; each test breaks or changes one thing. */

const trust = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } }],
});

/** A service, as Application Auto Scaling names it. */
const scaled = {
    resourceId: "service/ml/model",
    scalableDimension: "ecs:service:DesiredCount",
    serviceNamespace: "ecs",
};

export const containers = [
    {
        name: "sidecar",
        image: "sidecar:1",
        memoryReservation: 100,
        linuxParameters: { capabilities: { add: ["SYS_ADMIN", "IPC_LOCK"], drop: [] } },
        mountPoints: [{ sourceVolume: "sock", containerPath: "/sock", readOnly: false }],
    },
    {
        name: "model",
        image: "model:1",
        memory: 1000,
        memoryReservation: 500,
        portMappings: [{ containerPort: 8500, hostPort: 8500 }, { containerPort: 8501 }],
        environment: [{ name: "ADDRESS", value: "unix:/sock/socket" }],
        mountPoints: [{ sourceVolume: "sock", containerPath: "/sock" }],
        dependsOn: [{ containerName: "sidecar", condition: "START" }],
    },
];

export const rightInputs = {
    "aws:ecs/cluster:Cluster": { settings: [{ name: "containerInsights", value: "enabled" }] },
    "aws:ecs/capacityProvider:CapacityProvider": {
        autoScalingGroupProvider: {
            autoScalingGroupArn:
                "arn:aws:autoscaling:us-west-2:123456789012:autoScalingGroup:1:autoScalingGroupName/group",
            managedScaling: { status: "ENABLED", targetCapacity: 100 },
            managedTerminationProtection: "ENABLED",
        },
    },
    "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders": {
        clusterName: "cluster",
        capacityProviders: ["inf1"],
        defaultCapacityProviderStrategies: [{ capacityProvider: "inf1", weight: 1 }],
    },
    "aws:ecs/taskDefinition:TaskDefinition": {
        family: "model",
        networkMode: "bridge",
        containerDefinitions: JSON.stringify(containers),
        volumes: [{ name: "sock", hostPath: "/tmp/sock" }],
        placementConstraints: [{ type: "memberOf", expression: "attribute:ecs.instance-type == inf1.xlarge" }],
    },
    "aws:ecs/service:Service": {
        cluster: "cluster",
        taskDefinition: "model:1",
        desiredCount: 1,
        capacityProviderStrategies: [{ capacityProvider: "inf1", weight: 1 }],
        placementConstraints: [
            { type: "distinctInstance" },
            { type: "memberOf", expression: "attribute:ecs.instance-type =~ inf1.*" },
        ],
        orderedPlacementStrategies: [{ type: "binpack", field: "cpu" }],
    },
    "aws:ec2/launchTemplate:LaunchTemplate": {
        imageId: "ami-0123456789abcdef0",
        instanceType: "inf1.xlarge",
        userData: Buffer.from("#!/bin/sh\n").toString("base64"),
        metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 2 },
        vpcSecurityGroupIds: ["sg-1"],
    },
    "aws:ec2/securityGroup:SecurityGroup": { vpcId: "vpc-1" },
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": {
        securityGroupId: "sg-1",
        ipProtocol: "-1",
        cidrIpv4: "0.0.0.0/0",
    },
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": {
        securityGroupId: "sg-1",
        ipProtocol: "tcp",
        fromPort: 8500,
        toPort: 8500,
        referencedSecurityGroupId: "sg-2",
    },
    "aws:ec2/vpc:Vpc": { cidrBlock: "10.0.0.0/16" },
    "aws:ec2/subnet:Subnet": { vpcId: "vpc-1", cidrBlock: "10.0.1.0/24", availabilityZone: "us-west-2a" },
    "aws:ec2/internetGateway:InternetGateway": { vpcId: "vpc-1" },
    "aws:ec2/routeTable:RouteTable": { vpcId: "vpc-1", routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: "igw-1" }] },
    "aws:ec2/route:Route": { routeTableId: "rtb-1", destinationCidrBlock: "0.0.0.0/0", gatewayId: "igw-1" },
    "aws:ec2/routeTableAssociation:RouteTableAssociation": { routeTableId: "rtb-1", subnetId: "subnet-1" },
    "aws:ec2/eip:Eip": { domain: "vpc" },
    "aws:ec2/natGateway:NatGateway": { subnetId: "subnet-1", allocationId: "eipalloc-1" },
    "aws:autoscaling/group:Group": {
        minSize: 0,
        maxSize: 2,
        desiredCapacity: 1,
        vpcZoneIdentifiers: ["subnet-1"],
        launchTemplate: { id: "lt-1", version: "$Latest" },
    },
    "aws:autoscaling/lifecycleHook:LifecycleHook": {
        autoscalingGroupName: "group",
        lifecycleTransition: "autoscaling:EC2_INSTANCE_LAUNCHING",
    },
    "aws:lb/loadBalancer:LoadBalancer": { internal: true, subnets: ["subnet-1", "subnet-2"], securityGroups: ["sg-1"] },
    "aws:lb/targetGroup:TargetGroup": { port: 80, protocol: "HTTP", vpcId: "vpc-1", healthCheck: { path: "/health" } },
    "aws:lb/listener:Listener": {
        defaultActions: [{ type: "forward", targetGroupArn: "arn:…:targetgroup/group/1" }],
        loadBalancerArn: "arn:…:loadbalancer/app/balancer/1",
        port: 80,
        protocol: "HTTP",
    },
    "aws:lb/listenerRule:ListenerRule": {
        actions: [{ type: "forward", targetGroupArn: "arn:…:targetgroup/group/1" }],
        conditions: [{ pathPattern: { values: ["/v1/*"] } }],
        listenerArn: "arn:…:listener/app/balancer/1/2",
        priority: 10,
    },
    "aws:lb/listenerCertificate:ListenerCertificate": {
        certificateArn: "arn:aws:acm:us-west-2:123456789012:certificate/0a1b",
        listenerArn: "arn:…:listener/app/balancer/1/2",
    },
    "aws:servicediscovery/httpNamespace:HttpNamespace": { description: "of models" },
    "aws:acm/certificate:Certificate": { domainName: "example.com", validationMethod: "DNS" },
    "aws:iam/policy:Policy": { policy: trust },
    "aws:iam/role:Role": { assumeRolePolicy: trust },
    "aws:iam/rolePolicy:RolePolicy": { role: "role", policy: trust },
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment": {
        role: "role",
        policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess",
    },
    "aws:iam/instanceProfile:InstanceProfile": { role: "role" },
    "aws:cloudwatch/logGroup:LogGroup": { retentionInDays: 30 },
    "aws:ecr/repository:Repository": { imageTagMutability: "IMMUTABLE" },
    "aws:appautoscaling/target:Target": { ...scaled, minCapacity: 0, maxCapacity: 3 },
    "aws:appautoscaling/policy:Policy": {
        ...scaled,
        policyType: "TargetTrackingScaling",
        targetTrackingScalingPolicyConfiguration: {
            predefinedMetricSpecification: { predefinedMetricType: "ECSServiceAverageCPUUtilization" },
            targetValue: 60,
        },
    },
    "aws:appautoscaling/scheduledAction:ScheduledAction": {
        ...scaled,
        schedule: "cron(0 8 ? * MON-FRI *)",
        scalableTargetAction: { minCapacity: 0 },
    },
    "aws:cloudwatch/metricAlarm:MetricAlarm": {
        comparisonOperator: "GreaterThanOrEqualToThreshold",
        evaluationPeriods: 3,
        metricQueries: [
            {
                id: "visible",
                metric: {
                    dimensions: { QueueName: "jobs" },
                    metricName: "ApproximateNumberOfMessagesVisible",
                    namespace: "AWS/SQS",
                    period: 60,
                    stat: "Maximum",
                },
            },
            { id: "twice", expression: "2 * visible", returnData: true },
        ],
        threshold: 1,
    },
    "aws:sqs/queue:Queue": { visibilityTimeoutSeconds: 900 },
    "aws:sqs/queuePolicy:QueuePolicy": { policy: trust, queueUrl: "https://sqs.us-west-2.amazonaws.com/1/jobs" },
    "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy": {
        queueUrl: "https://sqs.us-west-2.amazonaws.com/1/dead",
        redriveAllowPolicy: JSON.stringify({ redrivePermission: "denyAll" }),
    },
    "aws:sqs/redrivePolicy:RedrivePolicy": {
        queueUrl: "https://sqs.us-west-2.amazonaws.com/1/jobs",
        redrivePolicy: JSON.stringify({ deadLetterTargetArn: "arn:aws:sqs:us-west-2:1:dead", maxReceiveCount: 3 }),
    },
} as const;

export type ResourceToken = keyof typeof rightInputs;
