import assert from "node:assert/strict";
import type { MotoServer } from "../../../../emulation/moto/server";
import { configuredFor, emulatorFor } from "./emulator";
import { Emulated, type Resource, type Values } from "./emulated";

const serviceType = "aws:ecs/service:Service";
const unchanged = { changed: [], replaces: [] };
const roleArn = "arn:aws:iam::123456789012:role/infrastructure";

describe("a service in an emulated AWS", function () {
    this.timeout(60_000);
    let server: MotoServer;
    let emulated: Emulated;
    let cluster: Resource;
    let task: Resource;

    before(async function () {
        server = await emulatorFor(this);
        emulated = new Emulated(configuredFor(server));
        cluster = await emulated.create("aws:ecs/cluster:Cluster", "cluster", {});
        const container = {
            name: "model",
            image: "model:1",
            memory: 100,
            portMappings: [{ containerPort: 80, name: "http" }],
        };
        task = await emulated.create("aws:ecs/taskDefinition:TaskDefinition", "model", {
            containerDefinitions: JSON.stringify([container]),
            volumes: [{ name: "scratch", configureAtLaunch: true }],
        });
        await emulated.create("aws:ecs/taskDefinition:TaskDefinition", "plain", { family: "plain" });
    });

    after(() => server?.stop());

    function create(name: string, change: Values = {}): Promise<Resource> {
        return emulated.create(serviceType, name, {
            capacityProviderStrategies: undefined,
            cluster: cluster.id,
            orderedPlacementStrategies: undefined,
            taskDefinition: task.state["arn"],
            volumeConfiguration: { name: "scratch", managedEbsVolume: { roleArn, sizeInGb: 10 } },
            ...change,
        });
    }

    /** What the second preview shows, without and with a refresh. */
    async function secondPreviews(service: Resource): Promise<Values[]> {
        return [await emulated.secondPreview(service), await emulated.secondPreview(service, true)];
    }

    const settings: readonly [title: string, change: Values][] = [
        ["nothing that is optional", {}],
        ["every letter case of a field", { orderedPlacementStrategies: [{ type: "spread", field: "host" }] }],
        ["tags that are propagated from nowhere", { propagateTags: "NONE" }],
        [
            "a circuit breaker and alarms",
            {
                alarms: { alarmNames: ["latency"], enable: true, rollback: true },
                deploymentCircuitBreaker: { enable: true, rollback: true },
            },
        ],
        [
            "a deployment in two colours",
            {
                deploymentConfiguration: {
                    strategy: "BLUE_GREEN",
                    bakeTimeInMinutes: "5",
                    lifecycleHooks: [{ hookTargetArn: roleArn, roleArn, lifecycleStages: ["PRE_SCALE_UP"] }],
                },
            },
        ],
        [
            "Service Connect",
            {
                serviceConnectConfiguration: {
                    enabled: true,
                    namespace: "models",
                    services: [{ portName: "http", clientAlias: [{ port: 80, dnsName: "model" }] }],
                },
            },
        ],
        [
            "VPC Lattice",
            {
                vpcLatticeConfigurations: [
                    { portName: "http", roleArn, targetGroupArn: "arn:aws:vpc-lattice:::targetgroup/tg-1" },
                ],
            },
        ],
        ["a service registry", { serviceRegistries: { registryArn: "arn:aws:servicediscovery:::service/srv-1" } }],
        [
            "a volume with tags",
            {
                volumeConfiguration: {
                    name: "scratch",
                    managedEbsVolume: {
                        roleArn,
                        sizeInGb: 10,
                        tagSpecifications: [{ resourceType: "volume", tags: { a: "1" } }],
                    },
                },
            },
        ],
    ];
    for (const [index, [title, change]] of settings.entries()) {
        it(`shows no change at the second preview with ${title}`, async () => {
            const service = await create(`settings-${index}`, change);
            assert.deepStrictEqual(await secondPreviews(service), [unchanged, unchanged]);
            await emulated.remove(service);
        });
    }

    it("forgives that blocks are left out which AWS answers anyway, as Pulumi's provider does", async () => {
        const blocks = {
            deploymentCircuitBreaker: { enable: true, rollback: true },
            deploymentConfiguration: { strategy: "BLUE_GREEN" },
        };
        const service = await create("blocks", blocks);
        const leftOut = { deploymentCircuitBreaker: undefined, deploymentConfiguration: undefined };
        assert.deepStrictEqual(await emulated.preview(service, leftOut), unchanged);
    });

    it("shows a change at every preview where a task definition is named without its revision", async () => {
        const service = await create("family", { taskDefinition: task.id });
        assert.deepStrictEqual(await emulated.secondPreview(service), { changed: ["taskDefinition"], replaces: [] });
    });

    it("fails at every preview where it takes the cluster's default strategy without naming it", async () => {
        const other = await emulated.create("aws:ecs/cluster:Cluster", "other", {});
        await emulated.create("aws:ecs/clusterCapacityProviders:ClusterCapacityProviders", "other", {
            clusterName: other.state["name"],
            capacityProviders: ["FARGATE"],
            defaultCapacityProviderStrategies: [{ capacityProvider: "FARGATE", weight: 1 }],
        });
        const service = await create("default-strategy", { cluster: other.id });
        const refusal = /force_new_deployment should be true when capacity_provider_strategy is being updated/;
        await assert.rejects(secondPreviews(service), refusal);
        assert.equal(service.state["launchType"], "");
    });

    it("is updated by triggers only where a deployment is forced", async () => {
        const changed = async (forceNewDeployment: boolean): Promise<unknown> => {
            const service = await create(`triggers-${forceNewDeployment}`, { forceNewDeployment });
            return (await emulated.preview(service, { triggers: { at: "now" } }))["changed"];
        };
        assert.deepStrictEqual([await changed(false), await changed(true)], [[], ["triggers"]]);
    });

    const spread = { type: "spread", field: "attribute:ecs.availability-zone" };
    const rebalanced: readonly [title: string, change: Values, answer: string][] = [
        ["on by default", {}, "ENABLED"],
        ["on with tasks spread over zones first", { orderedPlacementStrategies: [spread] }, "ENABLED"],
        ["off where it was turned off", { availabilityZoneRebalancing: "DISABLED" }, "DISABLED"],
        ["off where no task can be added", { deploymentMaximumPercent: 100 }, "DISABLED"],
        ["off with another placement first", { orderedPlacementStrategies: [{ type: "random" }] }, "DISABLED"],
        ["off for a daemon", { schedulingStrategy: "DAEMON", desiredCount: undefined }, "DISABLED"],
    ];
    for (const [index, [title, change, answer]] of rebalanced.entries()) {
        it(`has Availability Zone rebalancing ${title}`, async () => {
            const service = await create(`rebalanced-${index}`, change);
            assert.equal(service.state["availabilityZoneRebalancing"], answer);
            assert.deepStrictEqual(await secondPreviews(service), [unchanged, unchanged]);
        });
    }

    it("is refused with Availability Zone rebalancing where no task can be added, also later", async () => {
        const message =
            "InvalidParameterException: AvailabilityZoneRebalancing does not support maximumPercent <= 100.";
        const both = { availabilityZoneRebalancing: "ENABLED", deploymentMaximumPercent: 100 };
        await assert.rejects(() => create("full", both), { message });
        const service = await create("filling");
        await assert.rejects(() => emulated.update(service, { deploymentMaximumPercent: 100 }), { message });
    });

    const unfit: readonly [title: string, change: Values, message: string][] = [
        [
            "a target group without a load balancer",
            { loadBalancers: [{ containerName: "model", containerPort: 80, targetGroupArn: "arn:…:targetgroup/g/1" }] },
            "The target group with targetGroupArn arn:…:targetgroup/g/1 does not have an associated load balancer.",
        ],
        [
            "a load balancer in front of a container that is not there",
            { loadBalancers: [{ containerName: "other", containerPort: 80 }] },
            "The container other does not exist in the task definition.",
        ],
        [
            "a load balancer in front of a port that is not there",
            { loadBalancers: [{ containerName: "model", containerPort: 81 }] },
            "The container model did not have a container port 81 defined.",
        ],
        [
            "no word of the volume that is left to it",
            { volumeConfiguration: undefined },
            "The volume scratch is configured at launch, and the service gives no volume configuration.",
        ],
        [
            "a volume that is not left to it",
            { taskDefinition: "plain" },
            "The volume scratch is not configured at launch in the task definition.",
        ],
    ];
    for (const [index, [title, change, reason]] of unfit.entries()) {
        it(`is refused with ${title}`, async () => {
            const message = `InvalidParameterException: ${reason}`;
            await assert.rejects(() => create(`unfit-${index}`, change), { message });
        });
    }
});
