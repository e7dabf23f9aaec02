import assert from "node:assert/strict";
import { Bucket } from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { Service } from "../../../components";
import { children, register } from "../mocked-engine";
import { pool, minimal, task } from "./right-service";

/** What is wrong with the arguments, once the program gives the change; nothing, where nothing is. */
async function problems(change: () => object, preview = false): Promise<string> {
    let registered: readonly unknown[] = [];
    try {
        await register(
            () => new Service("bert", { ...minimal, ...change() }),
            (so) => (registered = children(so).filter(({ type }) => type === "aws:ecs/service:Service")),
            preview,
        );
    } catch (error) {
        assert.deepStrictEqual(registered, []);
        assert.equal((error as Error).name, "InvalidArgumentsError");
        return (error as Error).message;
    }
    return "";
}

const refusal = (...lines: string[]) =>
    [
        `Service "bert" has ${lines.length === 1 ? "a wrong argument" : `${lines.length} wrong arguments`}:`,
        ...lines.map((line) => `  - ${line}`),
    ].join("\n");

const awsvpc = { task: { ...task, networkMode: "awsvpc" } };
const subnets = { networkConfiguration: { subnets: ["subnet-1"] } };
const fix = "give that of a Cluster: pool where it has one pool, pools.NAME where it has several";
const noPool = "pool is missing, and task has none; give it to the TaskDefinition, or here";

/** What is refused, the one change that makes it so, and the one problem. */
const wrong: [string, object, string][] = [
    ["no pool", { pool: undefined }, noPool],
    ["no pool, and a task that is an output", { pool: undefined, task: pulumi.output(task) }, noPool],
    [
        "a task whose pool is too small",
        { pool: undefined, task: { ...task, pool: { ...pool, maxSize: 1 } } },
        "task.pool.maxSize is 1, but must be at least 2, as the task takes an instance, and a deployment starts a task " +
            "before it stops one; give maxSize: 2, or deploymentMinimumHealthyPercent: 0, which stops a task first",
    ],
    [
        "a mistyped member of the pool of a task",
        { task: { ...task, pool: { ...pool, maxsize: 9 } } },
        "task.pool.maxsize is not an argument of a pool (did you mean maxSize?); leave it out",
    ],
    [
        "a pool that a cluster with several pools does not have",
        { pool: pulumi.output(undefined) },
        `pool is missing; ${fix}`,
    ],
    ["the null that other languages give for it", { pool: pulumi.output(null) }, `pool is missing; ${fix}`],
    ["a pool that is a string", { pool: "ml" }, "pool is a string, but must be a pool, an object"],
    [
        "a mistyped member of a pool",
        { pool: { ...pool, maxsize: 9 } },
        "pool.maxsize is not an argument of a pool (did you mean maxSize?); leave it out",
    ],
    [
        "a pool without an ARN",
        { pool: { ...pool, clusterArn: undefined } },
        "pool.clusterArn is missing; give the ARN of the cluster",
    ],
    [
        "Fargate",
        { pool: { ...pool, capacityProviderName: "FARGATE" } },
        'pool.capacityProviderName is "FARGATE", but must be the name of a capacity provider of Inferentia ' +
            "instances; Fargate has none",
    ],
    [
        "instances without Inferentia chips",
        { pool: { ...pool, instanceTypes: ["m5.large"] } },
        'pool.instanceTypes[0] is "m5.large", but must be one of inf1.xlarge, inf1.2xlarge, inf1.6xlarge, ' +
            "inf1.24xlarge, inf2.xlarge, inf2.8xlarge, inf2.24xlarge, inf2.48xlarge",
    ],
    ["no task", { task: undefined }, "task is missing; give the task of a TaskDefinition"],
    [
        "a task without an ARN",
        { task: { ...task, taskDefinitionArn: undefined } },
        "task.taskDefinitionArn is missing; give the ARN of the task definition",
    ],
    [
        "a list of devices with a gap",
        { task: { ...task, visibleDevices: "0,2" } },
        'task.visibleDevices is "0,2", but there is a gap between 0 and 2: the list must be contiguous; give ALL, or a ' +
            "contiguous ascending list of device indexes such as 0 or 0,1",
    ],
    [
        "a mistyped argument",
        { desiredcount: 3 },
        "desiredcount is not an argument of Service (did you mean desiredCount?); leave it out",
    ],
    ["an argument of another component", { quux: 1 }, "quux is not an argument of Service; leave it out"],
    [
        "a mistyped member at depth",
        {
            serviceConnectConfiguration: {
                enabled: true,
                services: [{ portName: "http", clientAlias: [{ port: 80, dnsname: "bert" }] }],
            },
        },
        "serviceConnectConfiguration.services[0].clientAlias[0].dnsname is not an argument of a client alias (did you " +
            "mean dnsName?); leave it out",
    ],
    [
        "a launch type",
        { launchType: "EC2" },
        "launchType must not be given: ECS takes none beside the capacity provider strategy that follows from pool",
    ],
    ["a cluster", { cluster: "ml" }, "cluster must not be given: it is that of pool; give the pool of another cluster"],
    [
        "a task definition",
        { taskDefinition: "bert:1" },
        "taskDefinition must not be given: it is that of task; give task: { taskDefinitionArn } for a definition of " +
            "your own",
    ],
    [
        "capacity providers",
        { capacityProviderStrategies: [] },
        "capacityProviderStrategies must not be given: the tasks run on pool; give another pool",
    ],
    [
        "a daemon",
        { schedulingStrategy: "DAEMON" },
        "schedulingStrategy must not be given: ECS takes no capacity provider strategy with DAEMON, and the default is " +
            "REPLICA",
    ],
    [
        "a platform",
        { platformVersion: "1.4.0" },
        "platformVersion must not be given: only Fargate has platform versions",
    ],
    [
        "a name with a dot",
        { name: "a.b" },
        'name is "a.b", but must be 1 to 255 letters, digits, hyphens and underscores',
    ],
    ["a negative count", { desiredCount: -1 }, "desiredCount is -1, but must be a whole number from 0 to 5000 tasks"],
    [
        "a minimum beyond 100 percent",
        { deploymentMinimumHealthyPercent: 101 },
        "deploymentMinimumHealthyPercent is 101, but must be a whole number from 0 to 100 percent",
    ],
    [
        "a maximum below 100 percent",
        { deploymentMaximumPercent: 50, deploymentMinimumHealthyPercent: 0 },
        "deploymentMaximumPercent is 50, but must be a whole number 100 or more percent",
    ],
    [
        "a Classic Load Balancer",
        {
            loadBalancers: [
                {
                    elbName: "old",
                    containerName: "bert",
                    containerPort: 8501,
                    targetGroupArn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/bert/1",
                },
            ],
        },
        "loadBalancers[0].elbName must not be given: ECS takes no Classic Load Balancer with a capacity provider; give " +
            "targetGroupArn",
    ],
    [
        "a second distinctInstance",
        { placementConstraints: [{ type: "distinctInstance" }] },
        'placementConstraints[0].type is "distinctInstance", which the service has already; leave the constraint out',
    ],
    [
        "more constraints than ECS takes",
        {
            placementConstraints: Array.from({ length: 9 }, () => ({
                type: "memberOf",
                expression: "attribute:a == b",
            })),
        },
        "placementConstraints has 9 items, but must have at most 8 constraints, as the service has two of its own",
    ],
    [
        "task sets",
        { deploymentController: { type: "EXTERNAL" } },
        'deploymentController.type is "EXTERNAL", with which task sets hold the task definition and the pool in ' +
            "the service's place; give ECS, or make an aws.ecs.Service",
    ],
    [
        "CodeDeploy",
        { deploymentController: { type: "CODE_DEPLOY" } },
        'deploymentController.type is "CODE_DEPLOY", with which ECS refuses every new task definition of the service; ' +
            "leave deploymentController out, and give deploymentConfiguration the strategy BLUE_GREEN, CANARY or LINEAR",
    ],
    [
        "a grace period where nothing is checked",
        { healthCheckGracePeriodSeconds: 60 },
        "healthCheckGracePeriodSeconds is given, but the service has no load balancer, and no container of its task a " +
            "health check; leave it out",
    ],
    [
        "a grace period that ends before the containers' own",
        { healthCheckGracePeriodSeconds: 60, task: { ...task, unhealthyAfter: 390 } },
        "healthCheckGracePeriodSeconds is 60, but the health check of a container fails after 390 seconds at the " +
            "earliest, with its startPeriod, interval and retries; give 390 or more, or leave it out for 900",
    ],
    [
        "a timeout of no minutes",
        { deployTimeout: 0 },
        "deployTimeout is 0, but must be a whole number from 1 to 1440 minutes",
    ],
    [
        "triggers that start nothing",
        { triggers: { a: "1" } },
        "triggers starts no deployment without forceNewDeployment; give forceNewDeployment: true",
    ],
    [
        "a rollback of an update that does not wait",
        { sigintRollback: true, waitForSteadyState: false },
        "sigintRollback needs waitForSteadyState: true, as only an update that waits can be interrupted",
    ],
    [
        "rebalancing without room",
        {
            availabilityZoneRebalancing: "ENABLED",
            deploymentMaximumPercent: 100,
            deploymentMinimumHealthyPercent: 0,
        },
        'availabilityZoneRebalancing is "ENABLED", but deploymentMaximumPercent is 100, and rebalancing starts a task ' +
            "before it stops one; raise deploymentMaximumPercent, or leave rebalancing out",
    ],
];

/** Where task, pool and service do not go together. */
const unfit: [string, object, string][] = [
    [
        "a task for the other runtime",
        { task: { ...task, runtime: "libnrt" } },
        'task.runtime is "libnrt", but must be "neuron-rtd", for which the AMI of pool is made; give one of the two ' +
            "the runtime of the other",
    ],
    [
        "a task for the other runtime than the default of a pool",
        { pool: { ...pool, runtime: undefined }, task: { ...task, runtime: "libnrt" } },
        'task.runtime is "libnrt", but must be "neuron-rtd", for which the AMI of pool is made; give one of the two ' +
            "the runtime of the other",
    ],
    [
        "a task for another type",
        { task: { ...task, instanceTypes: ["inf1.xlarge"] } },
        "task.instanceTypes is inf1.xlarge, but pool has inf1.6xlarge, on which the task is never placed; make the " +
            "task for all types of the pool, or give another pool",
    ],
    [
        "a device that the instances do not have",
        { task: { ...task, visibleDevices: "3,4" } },
        'task.visibleDevices is "3,4", but device 4 does not exist: inf1.6xlarge has 4 Inferentia chips (devices 0 to ' +
            "3); give ALL, or the devices that the instances have",
    ],
    [
        "more memory than an instance registers",
        { task: { ...task, memory: 48385 } },
        "task.memory is 48385 MiB, but must be at most 48384, which is what inf1.6xlarge can register; reserve less, or " +
            "give a pool of larger instances",
    ],
    [
        "more memory than the smallest of the types registers",
        {
            pool: { ...pool, instanceTypes: ["inf1.2xlarge", "inf1.xlarge"] },
            task: { ...task, memory: 8065 },
        },
        "task.memory is 8065 MiB, but must be at most 8064, which is what inf1.xlarge can register; reserve less, or " +
            "give a pool of larger instances",
    ],
    [
        "more CPU than an instance has",
        { task: { ...task, cpu: 24577 } },
        "task.cpu is 24577 CPU units, but must be at most 24576, which is what inf1.6xlarge has; reserve less, or give a " +
            "pool of larger instances",
    ],
    [
        "more tasks than instances",
        { desiredCount: 3 },
        "desiredCount is 3, but must be at most 2, the instances of pool (maxSize), as each task takes one; raise " +
            "maxSize to 3 or more",
    ],
    [
        "as many tasks as instances",
        { desiredCount: 2 },
        "pool.maxSize is 2, but must be at least 3, as each of the 2 tasks takes an instance, and a deployment " +
            "starts a task before it stops one; give maxSize: 3, or deploymentMinimumHealthyPercent: 0, which stops a " +
            "task first",
    ],
    [
        "one task with static host ports on one instance",
        { pool: { ...pool, maxSize: 1 }, task: { ...task, staticHostPorts: ["8500/tcp", "8501/tcp"] } },
        "pool.maxSize is 1, but must be at least 2, as the task takes an instance and its host ports 8500/tcp, " +
            "8501/tcp, and a deployment starts a task before it stops one; give maxSize: 2, or " +
            "deploymentMinimumHealthyPercent: 0, which stops a task first",
    ],
    [
        "a blue/green deployment on fewer than twice the instances",
        {
            desiredCount: 2,
            pool: { ...pool, maxSize: 3 },
            deploymentConfiguration: { strategy: "BLUE_GREEN" },
        },
        "pool.maxSize is 3, but must be at least 4, as each of the 2 tasks takes an instance, and a deployment " +
            "runs all new tasks beside the old ones; give maxSize: 4",
    ],
    [
        "a deployment that may neither stop nor start a task",
        { deploymentMaximumPercent: 100 },
        "deploymentMaximumPercent is 100, and deploymentMinimumHealthyPercent is 100, so that no deployment could stop " +
            "or start a task; raise this or lower that",
    ],
    [
        "a deployment whose percents round to no task",
        { deploymentMaximumPercent: 150, deploymentMinimumHealthyPercent: 50 },
        "deploymentMaximumPercent is 150, and deploymentMinimumHealthyPercent is 50, so that no deployment could stop " +
            "or start a task; raise this or lower that",
    ],
    [
        "a network for a task that has none of its own",
        subnets,
        'networkConfiguration must not be given: task.networkMode is "bridge", and only tasks of the mode awsvpc have ' +
            "a network of their own; leave it out, or make the task for awsvpc",
    ],
    [
        "a task with a network of its own, and none given",
        awsvpc,
        'networkConfiguration is missing, although task.networkMode is "awsvpc"; give the subnets of the tasks',
    ],
    [
        "a public address",
        { ...awsvpc, networkConfiguration: { ...subnets.networkConfiguration, assignPublicIp: true } },
        "networkConfiguration.assignPublicIp must not be given: ECS gives no public address to tasks on EC2; use " +
            "private subnets with a NAT gateway",
    ],
    [
        "a load balancer before a container that the task does not have",
        {
            loadBalancers: [
                {
                    containerName: "brt",
                    containerPort: 8501,
                    targetGroupArn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/bert/1",
                },
            ],
        },
        'loadBalancers[0].containerName is "brt", but must be a container of the task: neuron-rtd, bert',
    ],
    [
        "a registry that names no container, in network mode bridge",
        {
            serviceRegistries: {
                registryArn: "arn:aws:servicediscovery:us-east-1:123456789012:service/srv-1",
                containerName: "bert",
            },
        },
        "serviceRegistries.containerPort is missing; in network mode bridge ECS needs containerName and containerPort",
    ],
];

const right: [string, object][] = [
    ["no tasks on a pool without instances", { desiredCount: 0, pool: { ...pool, maxSize: 0 } }],
    ["as many tasks as instances where one is stopped first", { desiredCount: 2, deploymentMinimumHealthyPercent: 0 }],
    [
        "a number of tasks for which the pool's size is not told",
        { desiredCount: 9, pool: { ...pool, maxSize: undefined } },
    ],
    ["a task of which only the ARN is told", { task: { taskDefinitionArn: "bert:1" } }],
    ["a network in network mode awsvpc", { ...awsvpc, ...subnets }],
    ["all the memory that an instance registers", { task: { ...task, memory: 48384 } }],
    ["a blue/green deployment on twice the instances", { deploymentConfiguration: { strategy: "BLUE_GREEN" } }],
];

describe("Service, by its arguments,", () => {
    for (const [what, change, problem] of [...wrong, ...unfit]) {
        it(`refuses ${what}, before it registers a child`, async () => {
            assert.equal(await problems(() => change), refusal(problem));
        });
    }

    for (const [what, change] of right) {
        it(`accepts ${what}`, async () => {
            assert.equal(await problems(() => change), "");
        });
    }

    it("names every problem at once", async () => {
        assert.equal(
            await problems(() => ({ desiredCount: -1, propagateTags: "ALL" })),
            refusal(
                "desiredCount is -1, but must be a whole number from 0 to 5000 tasks",
                'propagateTags is "ALL", but must be one of SERVICE, TASK_DEFINITION, NONE',
            ),
        );
    });
});

describe("Service, at preview beside ARNs that are not known,", () => {
    /** An output that is not known at preview: the mocks do not answer it. */
    const unknown = () => new Bucket("made-later", {}).hostedZoneId;
    const asOutputs = (given: object) => {
        const later = unknown();
        const records = { pool, task, ...given };
        return {
            ...given,
            pool: pulumi.output({ ...records.pool, clusterArn: later, capacityProviderName: later }),
            task: pulumi.output({ ...records.task, taskDefinitionArn: later }),
        };
    };

    for (const [what, change, problem] of unfit) {
        it(`refuses ${what}`, async () => {
            assert.equal(await problems(() => asOutputs(change), true), refusal(problem));
        });
    }

    it("accepts what is right", async () => {
        assert.equal(await problems(() => asOutputs({}), true), "");
    });
});
