import assert from "node:assert/strict";
import { Cluster, LaunchTemplate, Pool, Service, TaskDefinition } from "../../components";
import schema from "../../plugin/schema.json";
import { children, register } from "../components/mocked-engine";
import { minimal as service } from "../components/service/right-service";
import { minimal as task, model } from "../components/task-definition/harness";

/** What the schema says of a property, or of what a list or an object holds. */
interface Property {
    readonly type?: string;
    readonly $ref?: string;
    readonly items?: Property;
    readonly additionalProperties?: Property;
    readonly default?: unknown;
}

type Properties = Readonly<Record<string, Property>>;
type Members = Readonly<Record<string, unknown>>;

const types: Readonly<Record<string, { readonly type: string; readonly properties?: Properties }>> = schema.types;
const resources: Readonly<Record<string, { readonly inputProperties: Properties }>> = schema.resources;
const components = { Cluster, LaunchTemplate, Pool, Service, TaskDefinition } as unknown as Readonly<
    Record<string, new (name: string, args: object) => unknown>
>;

const roleArn = "arn:aws:iam::123456789012:role/own";
const instanceProfileArn = "arn:aws:iam::123456789012:instance-profile/own";
const loadBalancers = [
    {
        targetGroupArn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/bert/1",
        containerName: "bert",
        containerPort: 8501,
    },
];
const spot = { instanceType: "inf1.xlarge", spot: true };
const onDemand = { instanceType: "inf1.xlarge", onDemandBaseCapacity: 1, onDemandPercentageAboveBaseCapacity: 50 };
const every = {
    ...model,
    memoryReservation: 100,
    portMappings: [{ containerPort: 8501 }],
    healthCheck: { command: ["CMD", "true"] },
    restartPolicy: { enabled: true },
    linuxParameters: { maxSwap: 10 },
    mountPoints: [{ sourceVolume: "data", containerPath: "/data" }],
};

/** Arguments that exclude one another are in programs of their own. */
const programs: readonly (readonly [component: string, what: string, args: object])[] = [
    ["Cluster", "with several pools", { pools: { spot, onDemand } }],
    [
        "Cluster",
        "with a strategy of its own",
        {
            ...spot,
            otherCapacityProviders: ["FARGATE"],
            defaultCapacityProviderStrategies: [{ capacityProvider: "FARGATE" }],
        },
    ],
    [
        "LaunchTemplate",
        "",
        { instanceType: "inf1.xlarge", clusterName: "ml", instanceProfileArn, securityGroupIds: ["sg-1"] },
    ],
    ["Pool", "for a cluster of somebody else", { clusterName: "shared", ...onDemand }],
    ["TaskDefinition", "with a model container", task],
    ["TaskDefinition", "with libnrt", { ...task, runtime: "libnrt", instanceType: "inf1.xlarge" }],
    ["TaskDefinition", "without logging", { ...task, logging: false }],
    ["TaskDefinition", "with a log group of its own", { ...task, logGroupName: "own" }],
    ["TaskDefinition", "with roles of its own", { ...task, executionRoleArn: roleArn, taskRoleArn: roleArn }],
    [
        "TaskDefinition",
        "with containers and volumes in full",
        {
            containers: [every],
            sidecars: [{ ...every, name: "sidecar", volumesFrom: [{ sourceContainer: "bert" }] }],
            neuronRtd: { healthCheck: { command: ["CMD", "true"] }, socket: {} },
            volumes: [
                { name: "data", dockerVolumeConfiguration: { scope: "shared" } },
                { name: "files", efsVolumeConfiguration: { fileSystemId: "fs-0a1b" } },
                { name: "host", host: { sourcePath: "/data" } },
            ],
        },
    ],
    ["Service", "of a pool and a task", service],
    ["Service", "behind a load balancer", { ...service, loadBalancers }],
    [
        "Service",
        "with blue/green deployments",
        { ...service, loadBalancers, deploymentConfiguration: { strategy: "BLUE_GREEN" } },
    ],
    ["Service", "that stops a task first", { ...service, deploymentMinimumHealthyPercent: 0 }],
    ["Service", "that does not wait", { ...service, waitForSteadyState: false }],
];

describe("The defaults of the schema, which SDKs give where a program gives none,", function () {
    this.timeout(20_000);
    for (const [component, what, args] of programs) {
        it(`change nothing of a ${component} ${what}`.trim(), async () => {
            const { inputProperties = {} } = resources[`ecs-inferentia:index:${component}`] ?? {};
            const given = withDefaults(args as Members, inputProperties);
            assert.notDeepEqual(given, args);
            assert.deepEqual(await registered(component, given), await registered(component, args));
        });
    }
});

async function registered(component: string, args: object): Promise<unknown> {
    const Component = components[component];
    assert.ok(Component);
    return children(await register(() => new Component("bert", args)));
}

function withDefaults(members: Members, properties: Properties): Members {
    const defaults = Object.entries(properties).flatMap(([name, property]) =>
        property.default === undefined ? [] : [[name, property.default] as const],
    );
    const given = Object.entries(members).map(
        ([name, value]) => [name, filled(value, properties[name] ?? {})] as const,
    );
    return { ...Object.fromEntries(defaults), ...Object.fromEntries(given) };
}

function filled(value: unknown, { $ref, items, additionalProperties }: Property): unknown {
    if (items !== undefined) {
        return (value as unknown[]).map((item) => filled(item, items));
    }
    if (additionalProperties !== undefined) {
        return Object.fromEntries(
            Object.entries(value as Members).map(([name, member]) => [name, filled(member, additionalProperties)]),
        );
    }
    const { properties } = types[$ref?.replace("#/types/", "") ?? ""] ?? {};
    return properties === undefined ? value : withDefaults(value as Members, properties);
}
