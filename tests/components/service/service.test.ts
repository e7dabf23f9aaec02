import assert from "node:assert/strict";
import { Bucket } from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { Cluster, Service, TaskDefinition, type ServiceArgs } from "../../../components";
import { children, register } from "../mocked-engine";
import { pool, minimal, service, task } from "./right-service";

const targetGroupArn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/bert/1";
const roleArn = "arn:aws:iam::123456789012:role/ebs";

/** What the mocks see of a value that a preview does not know. */
const unknown = { __pulumiUnknown: true };

/** The inputs of the one child of a service. */
async function inputsOf(args: ServiceArgs): Promise<Record<string, unknown>> {
    const registered = children(await register(() => new Service("bert", args)));
    assert.deepStrictEqual(
        registered.map(({ type, name }) => [type, name]),
        [["aws:ecs/service:Service", "bert-service"]],
    );
    return registered[0]?.inputs ?? {};
}

describe("Service", () => {
    it("runs a task on each instance of a pool, and rolls a failed deployment back", async () => {
        assert.deepStrictEqual(await inputsOf(minimal), service);
    });

    it("takes pool and task as outputs", async () => {
        const args = { pool: pulumi.output(pool), task: pulumi.output(task) };
        assert.deepStrictEqual(await inputsOf(args), service);
    });

    it("runs on the pool of its task, and on another one that it is given", async () => {
        const withPool = { ...task, pool };
        for (const onPool of [withPool, pulumi.output(withPool), { ...task, pool: pulumi.output(pool) }]) {
            assert.deepStrictEqual(await inputsOf({ task: onPool }), service);
        }
        const other = { ...pool, clusterArn: `${pool.clusterArn}-2`, capacityProviderName: "other" };
        assert.deepStrictEqual(await inputsOf({ task: withPool, pool: other }), {
            ...service,
            cluster: other.clusterArn,
            capacityProviderStrategies: [{ capacityProvider: "other", weight: 1 }],
        });
    });

    it("takes the components themselves", async () => {
        const registered = await register(() => {
            const cluster = new Cluster("ml", { instanceType: "inf1.6xlarge" });
            const bert = new TaskDefinition("bert", { pool: cluster, containers: [{ name: "bert", image: "bert:1" }] });
            new Service("of-task", { task: bert });
            const alone = new TaskDefinition("alone", { containers: [{ name: "bert", image: "bert:1" }] });
            new Service("on-pool", { task: alone, pool: cluster, deploymentMinimumHealthyPercent: 0, desiredCount: 0 });
        });
        assert.deepStrictEqual(
            children(registered)
                .filter(({ type }) => type === "aws:ecs/service:Service")
                .map(({ inputs }) => [inputs["taskDefinition"], inputs["capacityProviderStrategies"]]),
            ["bert-task", "alone-task"].map((definition) => [
                `arn:aws:ecs:us-east-1:123456789012:${definition}`,
                [{ capacityProvider: "inferentia-ml-capacity", weight: 1 }],
            ]),
        );
    });

    it("places tasks on any of the types of a pool", async () => {
        const instanceTypes = ["inf1.xlarge" as const, "inf1.2xlarge" as const];
        assert.deepStrictEqual(await inputsOf({ ...minimal, pool: { ...pool, instanceTypes } }), {
            ...service,
            placementConstraints: [
                { type: "memberOf", expression: "attribute:ecs.instance-type in [inf1.xlarge, inf1.2xlarge]" },
                { type: "distinctInstance" },
            ],
        });
    });

    it("hands on every argument of ECS's service that it does not own", async () => {
        const given = {
            name: "serving",
            desiredCount: 2,
            loadBalancers: [{ targetGroupArn, containerName: "bert", containerPort: 8501 }],
            healthCheckGracePeriodSeconds: 60,
            iamRole: "ecs",
            networkConfiguration: { subnets: ["subnet-1"], securityGroups: ["sg-1"], assignPublicIp: false },
            serviceConnectConfiguration: {
                enabled: true,
                namespace: "ml",
                services: [{ portName: "http", clientAlias: [{ dnsName: "bert", port: 80 }] }],
            },
            serviceRegistries: { registryArn: "arn:aws:servicediscovery:us-east-1:123456789012:service/srv-1" },
            vpcLatticeConfigurations: [
                {
                    portName: "http",
                    roleArn,
                    targetGroupArn: "arn:aws:vpc-lattice:us-east-1:123456789012:targetgroup/tg-1",
                },
            ],
            volumeConfiguration: { name: "models", managedEbsVolume: { roleArn, sizeInGb: 20 } },
            orderedPlacementStrategies: [{ type: "spread", field: "attribute:ecs.availability-zone" }],
            availabilityZoneRebalancing: "ENABLED",
            enableExecuteCommand: true,
            enableEcsManagedTags: false,
            propagateTags: "TASK_DEFINITION",
            forceDelete: true,
            region: "us-east-1",
            tags: { team: "ml" },
            deploymentMinimumHealthyPercent: 50,
            deploymentMaximumPercent: 150,
            deploymentCircuitBreaker: { enable: false, rollback: false },
            deploymentConfiguration: { strategy: "ROLLING", bakeTimeInMinutes: "5" },
            deploymentController: { type: "ECS" },
            alarms: { alarmNames: ["errors"], enable: true, rollback: true },
            forceNewDeployment: true,
            triggers: { model: "2" },
            waitForSteadyState: true,
            sigintRollback: true,
        };
        const args = { ...minimal, task: { ...task, networkMode: "awsvpc" }, ...given };
        const placementConstraints = [{ type: "memberOf", expression: "attribute:stack == prod" }];
        assert.deepStrictEqual(await inputsOf({ ...args, placementConstraints }), {
            ...service,
            ...given,
            placementConstraints: [...service.placementConstraints, ...placementConstraints],
        });
    });

    it("adds placement constraints that are an output", async () => {
        const placementConstraints = pulumi.output([{ type: "memberOf", expression: "attribute:stack == prod" }]);
        assert.deepStrictEqual(await inputsOf({ ...minimal, placementConstraints }), {
            ...service,
            placementConstraints: [
                ...service.placementConstraints,
                { type: "memberOf", expression: "attribute:stack == prod" },
            ],
        });
    });

    for (const ignoreDesiredCount of [true, false]) {
        it(`${ignoreDesiredCount ? "leaves the number of tasks to others" : "keeps the number of tasks"} where told so`, async () => {
            const ignored: unknown[] = [];
            const see: pulumi.ResourceTransformation = ({ opts }) => {
                ignored.push((opts as pulumi.CustomResourceOptions).ignoreChanges);
                return undefined;
            };
            const args = { ...minimal, ignoreDesiredCount };
            await register(() => new Service("bert", args, { transformations: [see] }));
            // Of the component, and of its child.
            assert.deepStrictEqual(ignored, [undefined, ignoreDesiredCount ? ["desiredCount"] : []]);
        });
    }

    /** What is ignored and how long operations may take, of the ECS service. */
    async function optionsOf(args: ServiceArgs): Promise<pulumi.CustomResourceOptions> {
        const seen: pulumi.CustomResourceOptions[] = [];
        const see: pulumi.ResourceTransformation = ({ opts }) => void seen.push(opts);
        await register(() => new Service("bert", args, { transformations: [see] }));
        return seen[1] ?? {};
    }

    const loadBalancers = [{ targetGroupArn, containerName: "bert", containerPort: 8501 }];
    const configurations: readonly [what: string, args: Partial<ServiceArgs>, ignored: readonly string[]][] = [
        ["blue/green deployments", { deploymentConfiguration: { strategy: "BLUE_GREEN" } }, ["loadBalancers"]],
        ["canary deployments", { deploymentConfiguration: { strategy: "CANARY" } }, ["loadBalancers"]],
        ["linear deployments", { deploymentConfiguration: { strategy: "LINEAR" } }, ["loadBalancers"]],
        [
            "a strategy that an output decides",
            { deploymentConfiguration: pulumi.output({ strategy: "ROLLING" }) },
            ["loadBalancers"],
        ],
        ["rolling deployments", { deploymentConfiguration: { strategy: "ROLLING" } }, []],
        ["no strategy", { deploymentConfiguration: { bakeTimeInMinutes: "5" } }, []],
        [
            "blue/green deployments, of which the program sends the load balancers this once",
            { deploymentConfiguration: { strategy: "BLUE_GREEN" }, ignoreLoadBalancers: false },
            [],
        ],
    ];
    for (const [what, change, ignored] of configurations) {
        it(`leaves ${ignored.join(", ") || "nothing"} as ECS has it with ${what}`, async () => {
            const { ignoreChanges } = await optionsOf({ ...minimal, loadBalancers, ...change });
            assert.deepStrictEqual(ignoreChanges, ignored);
        });
    }

    for (const [deployTimeout, timeout] of [
        [undefined, "60m"],
        [90, "90m"],
    ] as const) {
        it(`may take ${timeout} where deployTimeout is ${String(deployTimeout)}`, async () => {
            const { customTimeouts } = await optionsOf({ ...minimal, deployTimeout });
            assert.deepStrictEqual(customTimeouts, { create: timeout, update: timeout, delete: timeout });
        });
    }

    for (const [what, change, seconds] of [
        ["behind a load balancer", { loadBalancers }, 900],
        ["behind a load balancer that an output gives", { loadBalancers: pulumi.output(loadBalancers) }, 900],
        ["of a container with a health check", { task: { ...task, unhealthyAfter: 90 } }, 900],
        ["without health checks", {}, undefined],
        ["with a grace period of its own", { loadBalancers, healthCheckGracePeriodSeconds: 60 }, 60],
    ] as const) {
        it(`has ${String(seconds)} seconds of grace ${what}`, async () => {
            const { healthCheckGracePeriodSeconds } = await inputsOf({ ...minimal, ...change });
            assert.equal(healthCheckGracePeriodSeconds, seconds);
        });
    }

    it("knows at preview what the program wrote, beside ARNs that are not known", async () => {
        const seen = children(
            await register(
                () => {
                    const later = new Bucket("made-later", {}).hostedZoneId;
                    const args = {
                        pool: pulumi.output({ ...pool, clusterArn: later, capacityProviderName: later }),
                        task: pulumi.output({ ...task, taskDefinitionArn: later }),
                        placementConstraints: [{ type: "memberOf", expression: later }],
                    };
                    return new Service("bert", args);
                },
                undefined,
                true,
            ),
        ).find(({ name }) => name === "bert-service");
        assert.deepStrictEqual(JSON.parse(JSON.stringify(seen?.inputs)), {
            ...service,
            cluster: unknown,
            taskDefinition: unknown,
            capacityProviderStrategies: [{ capacityProvider: unknown, weight: 1 }],
            placementConstraints: [...service.placementConstraints, { type: "memberOf", expression: unknown }],
        });
    });

    it("knows at preview what it is told of the pool of its task, beside ARNs that are not known", async () => {
        const registered = await register(
            () => {
                const cluster = new Cluster("ml", { instanceType: "inf1.6xlarge" });
                const containers = [{ name: "bert", image: "bert:1" }];
                new Service("bert", { task: new TaskDefinition("bert", { pool: cluster.pool, containers }).task });
            },
            undefined,
            true,
        );
        const own = registered.find(({ name }) => name === "bert-service")?.inputs;
        assert.deepStrictEqual(own?.["placementConstraints"], service.placementConstraints);
    });

    it("tells name and ARN, and the command that runs the task once beside the service", async () => {
        let created: Service | undefined;
        await register(() => (created = new Service("bert", { ...minimal, name: "serving" })));
        assert.ok(created !== undefined);
        const told = pulumi.all([created.serviceName, created.serviceArn, created.runTaskCommand]);
        assert.deepStrictEqual(await new Promise((resolve) => void told.apply(resolve)), [
            "serving",
            "bert-service-id",
            "aws ecs run-task --cluster ml --task-definition " +
                "arn:aws:ecs:us-east-1:123456789012:task-definition/bert:1 " +
                "--capacity-provider-strategy capacityProvider=ml-capacity,weight=1 --placement-constraints " +
                `'type=memberOf,expression="not(task:group == service:serving)"' --region us-east-1`,
        ]);
    });

    it("tells scaling its names, whether it may scale, and what its pool and its deployments are", async () => {
        const told = async (args: object, preview = false) => {
            let seen: unknown;
            await register(
                () => new Service("bert", { ...minimal, ...args }).service.apply((one) => (seen = one)),
                undefined,
                preview,
            );
            return JSON.parse(JSON.stringify(seen)) as unknown;
        };
        const record = {
            serviceName: "bert-service",
            clusterName: "ml",
            componentName: "bert",
            poolName: "ml",
            ignoreDesiredCount: false,
            maxSize: 2,
        };
        assert.deepStrictEqual(await told({}), record);
        assert.deepStrictEqual(
            await told({
                ignoreDesiredCount: true,
                deploymentMinimumHealthyPercent: 0,
                deploymentMaximumPercent: 100,
                deploymentConfiguration: { strategy: "ROLLING" },
            }),
            {
                ...record,
                ignoreDesiredCount: true,
                deploymentMinimumHealthyPercent: 0,
                deploymentMaximumPercent: 100,
                deploymentStrategy: "ROLLING",
            },
        );
    });
});
