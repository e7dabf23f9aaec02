import * as pulumi from "@pulumi/pulumi";
import { Role } from "@pulumi/aws/iam/role";
import { Listener, LoadBalancer, TargetGroup } from "@pulumi/aws/lb";
import * as inferentia from "pulumi-ecs-inferentia";

const cluster = new inferentia.Cluster("ml", {
    pools: {
        daemon: { instanceType: "inf1.xlarge" },
        library: { instanceType: "inf2.xlarge", runtime: "libnrt" },
    },
});
const { daemon, library } = cluster.pools as unknown as Record<
    "daemon" | "library",
    pulumi.Output<inferentia.PoolReference>
>;
const memory = 500;

/** A target group behind a load balancer. */
function targets(name: string, targetType: string): pulumi.Output<string> {
    const vpcId = cluster.vpcId as pulumi.Output<string>;
    const group = new TargetGroup(name, { port: 8501, protocol: "HTTP", targetType, vpcId });
    const balancer = new LoadBalancer(name, { internal: true, subnets: cluster.subnetIds });
    const { arn } = new Listener(name, {
        loadBalancerArn: balancer.arn,
        port: 80,
        protocol: "HTTP",
        defaultActions: [{ type: "forward", targetGroupArn: group.arn }],
    });
    return pulumi.all([group.arn, arn]).apply(([own]) => own);
}

const roleArn = new Role("infrastructure", {
    assumeRolePolicy: {
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ecs.amazonaws.com" } }],
    },
}).arn;

// Every field in the least that ECS takes, where it fills in what is left out.
const bert = new inferentia.TaskDefinition("bert", {
    pool: daemon,
    containers: [
        {
            name: "bert",
            image: "bert:1",
            memoryReservation: memory,
            portMappings: [
                { containerPort: 8501, name: "rest", appProtocol: "http" },
                { containerPortRange: "9000-9010" },
            ],
            environment: [{ name: "MODEL", value: "bert" }],
            environmentFiles: [{ type: "s3", value: "arn:aws:s3:::bucket/bert.env" }],
            secrets: [{ name: "TOKEN", valueFrom: "/bert/token" }],
            healthCheck: { command: ["CMD", "true"] },
            linuxParameters: {
                capabilities: { add: ["SYS_PTRACE"] },
                devices: [{ hostPath: "/dev/fuse" }],
                tmpfs: [{ containerPath: "/tmp", size: 64 }],
            },
            mountPoints: [{ sourceVolume: "models", containerPath: "/models" }],
            volumesFrom: [{ sourceContainer: "agent" }],
            restartPolicy: { enabled: true },
            ulimits: [{ name: "memlock", softLimit: -1, hardLimit: -1 }],
            systemControls: [{ namespace: "net.core.somaxconn", value: "1024" }],
            dockerLabels: { team: "ml" },
            extraHosts: [{ hostname: "db", ipAddress: "10.0.0.3" }],
            links: ["agent"],
            stopTimeout: 90,
        },
    ],
    sidecars: [
        {
            name: "agent",
            image: "agent:1",
            memory: 64,
            essential: false,
            linuxParameters: { capabilities: { drop: ["NET_RAW"] } },
            logConfiguration: { logDriver: "json-file" },
        },
        { name: "router", image: "router:1", memory: 64, firelensConfiguration: { type: "fluentbit" } },
    ],
    neuronRtd: { memoryReservation: memory, healthCheck: { command: ["CMD", "true"] }, linuxParameters: {} },
    volumes: [
        { name: "models", host: { sourcePath: "/models" } },
        { name: "cache", dockerVolumeConfiguration: { scope: "task", driver: "local" } },
        { name: "shared", efsVolumeConfiguration: { fileSystemId: "fs-0123" } },
    ],
    executeCommand: true,
    tags: { team: "ml" },
});
new inferentia.Service("bert", {
    task: bert.task,
    loadBalancers: [{ targetGroupArn: targets("bert", "instance"), containerName: "bert", containerPort: 8501 }],
    healthCheckGracePeriodSeconds: 60,
    serviceRegistries: {
        registryArn: "arn:aws:servicediscovery:us-east-1:123456789012:service/srv-bert",
        containerName: "bert",
        containerPort: 8501,
    },
    orderedPlacementStrategies: [{ type: "spread", field: "attribute:ecs.availability-zone" }],
    placementConstraints: [{ type: "memberOf", expression: "attribute:ecs.os-type == linux" }],
    availabilityZoneRebalancing: "ENABLED",
    enableExecuteCommand: true,
    propagateTags: "NONE",
    deploymentCircuitBreaker: { enable: true, rollback: false },
    deploymentConfiguration: { strategy: "ROLLING", bakeTimeInMinutes: "5" },
    deploymentController: { type: "ECS" },
    alarms: { alarmNames: ["errors"], enable: true, rollback: true },
    forceNewDeployment: true,
    triggers: { model: "1" },
    sigintRollback: true,
    tags: { team: "ml" },
});

const gpt = new inferentia.TaskDefinition("gpt", {
    pool: library,
    networkMode: "awsvpc",
    cpu: "2048",
    memory: "4096",
    pidMode: "task",
    ipcMode: "task",
    runtimePlatform: { cpuArchitecture: "X86_64", operatingSystemFamily: "LINUX" },
    requiresCompatibilities: ["EC2"],
    enableFaultInjection: true,
    trackLatest: true,
    containers: [
        {
            name: "gpt",
            image: "gpt:1",
            portMappings: [{ containerPort: 8501, name: "rest" }],
            mountPoints: [{ sourceVolume: "scratch", containerPath: "/scratch", readOnly: false }],
        },
    ],
    volumes: [{ name: "scratch", configuredAtLaunch: true }],
    taskRoleStatements: [{ actions: ["s3:GetObject"], resources: ["*"] }],
});
new inferentia.Service("gpt", {
    name: "gpt",
    task: gpt.task,
    ignoreDesiredCount: true,
    deploymentMinimumHealthyPercent: 0,
    deploymentMaximumPercent: 100,
    loadBalancers: [{ targetGroupArn: targets("gpt", "ip"), containerName: "gpt", containerPort: 8501 }],
    networkConfiguration: { subnets: cluster.subnetIds, securityGroups: cluster.securityGroupIds },
    serviceConnectConfiguration: {
        enabled: true,
        namespace: "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-ml",
        services: [{ portName: "rest", clientAlias: [{ port: 80 }] }],
    },
    vpcLatticeConfigurations: [
        {
            portName: "rest",
            roleArn,
            targetGroupArn: "arn:aws:vpc-lattice:us-east-1:123456789012:targetgroup/tg-0123456789abcdef0",
        },
    ],
    volumeConfiguration: { name: "scratch", managedEbsVolume: { roleArn, sizeInGb: 20 } },
    enableEcsManagedTags: false,
    propagateTags: "TASK_DEFINITION",
    forceDelete: true,
    region: "us-east-1",
});
