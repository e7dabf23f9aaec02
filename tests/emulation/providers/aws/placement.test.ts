import assert from "node:assert/strict";
import type { MotoServer } from "../../../../emulation/moto/server";
import { Aws } from "../../../../emulation/providers/aws/aws";
import { configuredFor, emulatorFor, region } from "./emulator";
import { Emulated, type Resource, type Values } from "./emulated";

const serviceType = "aws:ecs/service:Service";
const groupType = "aws:autoscaling/group:Group";
const taskType = "aws:ecs/taskDefinition:TaskDefinition";

describe("tasks and instances in an emulated AWS", function () {
    this.timeout(60_000);
    let server: MotoServer;
    let aws: Aws;
    let emulated: Emulated;
    let subnet: Resource;
    let cluster: Resource;
    let group: Resource;
    /** Of the test's own cluster, and of all that it makes for it. */
    let name: string;
    let number = 0;

    before(async function () {
        server = await emulatorFor(this);
        aws = new Aws(server.endpoint, region);
        emulated = new Emulated(configuredFor(server));
    });

    after(() => server?.stop());

    beforeEach(async () => {
        name = `models-${number++}`;
        const vpc = await emulated.create("aws:ec2/vpc:Vpc", "vpc", {});
        subnet = await emulated.create("aws:ec2/subnet:Subnet", "subnet", { vpcId: vpc.id });
        cluster = await emulated.create("aws:ecs/cluster:Cluster", "cluster", { name });
        group = await createGroup(name, `echo ECS_CLUSTER=${name} >> /etc/ecs/ecs.config`, { maxSize: 2 });
    });

    async function createGroup(groupName: string, userData: string, change: Values): Promise<Resource> {
        const template = await emulated.create("aws:ec2/launchTemplate:LaunchTemplate", groupName, {
            userData: Buffer.from(`#!/bin/sh\n${userData}\n`).toString("base64"),
            vpcSecurityGroupIds: undefined,
        });
        const launchTemplate = { id: template.id, version: "$Latest" };
        return emulated.create(groupType, groupName, { launchTemplate, vpcZoneIdentifiers: [subnet.id], ...change });
    }

    async function associate(managedScaling: Values = { status: "ENABLED" }): Promise<Resource> {
        await emulated.create("aws:ecs/capacityProvider:CapacityProvider", name, {
            name,
            autoScalingGroupProvider: { autoScalingGroupArn: group.state["arn"], managedScaling },
        });
        return emulated.create("aws:ecs/clusterCapacityProviders:ClusterCapacityProviders", name, {
            capacityProviders: [name],
            clusterName: name,
            defaultCapacityProviderStrategies: undefined,
        });
    }

    function task(container: Values, change: Values = {}): Promise<Resource> {
        const definition = { name: "model", image: "model:1", memory: 100, ...container };
        const containerDefinitions = JSON.stringify([definition]);
        const own = { family: name, placementConstraints: undefined, volumes: undefined };
        return emulated.create(taskType, name, { ...own, containerDefinitions, ...change });
    }

    function serve(taskDefinition: Resource, change: Values = {}): Promise<Resource> {
        return emulated.create(serviceType, `service-${number++}`, {
            capacityProviderStrategies: undefined,
            cluster: cluster.id,
            orderedPlacementStrategies: undefined,
            placementConstraints: undefined,
            taskDefinition: taskDefinition.state["arn"],
            ...change,
        });
    }

    /** How many tasks of a service run and wait, and of which definition they are. */
    async function tasks({ id }: Resource): Promise<unknown[]> {
        const { services: [found] = [] } = await (
            await aws.ecs()
        ).describeServices({ cluster: cluster.id, services: [id] });
        return [found?.runningCount, found?.pendingCount, found?.taskDefinition?.split(":").pop()];
    }

    it("register with the cluster that the user data names, with less memory than they have", async () => {
        const ecs = await aws.ecs();
        const { containerInstanceArns: containerInstances } = await ecs.listContainerInstances({ cluster: name });
        const { containerInstances: [found] = [] } = await ecs.describeContainerInstances({
            cluster: name,
            containerInstances,
        });
        const size = (name: string): unknown =>
            found?.registeredResources?.find((one) => one.name === name)?.integerValue;
        assert.deepStrictEqual([size("CPU"), size("MEMORY")], [4096, 7660]);
    });

    it("run where they fit, and wait where none has room", async () => {
        const service = await serve(await task({ memory: 4000 }), { desiredCount: 2 });
        assert.deepStrictEqual(await tasks(service), [1, 1, "1"]);
    });

    it("wait where they need all the memory that an instance has, of which some is not for tasks", async () => {
        assert.deepStrictEqual(await tasks(await serve(await task({ memory: 8192 }))), [0, 1, "1"]);
    });

    it("wait where another service has taken their port", async () => {
        const withPort = await task({ portMappings: [{ containerPort: 8500, hostPort: 8500 }] });
        const [first, second] = [await serve(withPort), await serve(withPort)];
        assert.deepStrictEqual(
            [await tasks(first), await tasks(second)],
            [
                [1, 0, "1"],
                [0, 1, "1"],
            ],
        );
    });

    it("share an instance with those of another service, although they want distinct ones", async () => {
        const placementConstraints = [{ type: "distinctInstance" }];
        const model = await task({});
        const first = await serve(model, { desiredCount: 2, placementConstraints });
        const second = await serve(model, { placementConstraints });
        assert.deepStrictEqual(
            [await tasks(first), await tasks(second)],
            [
                [1, 1, "1"],
                [1, 0, "1"],
            ],
        );
    });

    const expressions: readonly [expression: string, runs: boolean][] = [
        ["attribute:ecs.instance-type == inf1.xlarge", true],
        ["attribute:ecs.instance-type =~ inf2.*", false],
        ["attribute:ecs.instance-type in [inf2.xlarge, inf1.xlarge] and attribute:ecs.os-type == linux", true],
        ["not(attribute:ecs.availability-zone == us-west-2a)", false],
    ];
    for (const [expression, runs] of expressions) {
        it(`${runs ? "run" : "wait"} where they want ${expression}`, async () => {
            const service = await serve(await task({}), { placementConstraints: [{ type: "memberOf", expression }] });
            assert.deepStrictEqual((await tasks(service)).slice(0, 2), runs ? [1, 0] : [0, 1]);
        });
    }

    it("make managed scaling add instances, up to the most that the group may have", async () => {
        await associate();
        const service = await serve(await task({ memory: 4000 }), {
            capacityProviderStrategies: [{ capacityProvider: name, weight: 1 }],
            desiredCount: 3,
        });
        assert.deepStrictEqual(await tasks(service), [2, 1, "1"]);
    });

    it("do not make a group grow whose scaling is not managed", async () => {
        await associate({ status: "DISABLED" });
        const service = await serve(await task({ memory: 4000 }), {
            capacityProviderStrategies: [{ capacityProvider: name, weight: 1 }],
            desiredCount: 2,
        });
        assert.deepStrictEqual(await tasks(service), [1, 1, "1"]);
    });

    it("say of a service that does not settle how far it came", async () => {
        const waiting = { desiredCount: 2, waitForSteadyState: true };
        await assert.rejects(
            async () =>
                emulated.create(
                    serviceType,
                    `service-${number++}`,
                    {
                        capacityProviderStrategies: undefined,
                        cluster: cluster.id,
                        taskDefinition: (await task({ memory: 4000 })).state["arn"],
                        ...waiting,
                    },
                    1,
                ),
            /^Error: waiting for ECS Service \(arn:[^)]+\) create: timeout while waiting for state to become 'tfSTABLE' \(last state: 'tfPENDING', timeout: 1s\): 1 of 2 tasks run$/,
        );
    });

    const breaker = { deploymentCircuitBreaker: { enable: true, rollback: true }, waitForSteadyState: true };
    const failing = { command: ["false"] };

    it("that end at once are given up by the circuit breaker, back to the last that ran", async () => {
        const first = await task({});
        const service = await serve(first, breaker);
        const second = await task(failing);
        await assert.rejects(() => emulated.update(service, { taskDefinition: second.state["arn"] }), {
            message:
                `waiting for ECS Service (${service.id}) update: ECS deployment circuit breaker: tasks failed to start. ` +
                `Rolled back to ${name}:1.`,
        });
        assert.deepStrictEqual(await tasks(service), [1, 0, "1"]);
    });

    it("that end at once stay so where what ran before is deregistered", async () => {
        const first = await task({});
        const service = await serve(first, breaker);
        const second = await task(failing);
        await emulated.remove(first);
        await assert.rejects(() => emulated.update(service, { taskDefinition: second.state["arn"] }), {
            message: `waiting for ECS Service (${service.id}) update: ECS deployment circuit breaker: tasks failed to start.`,
        });
        assert.deepStrictEqual(await tasks(service), [0, 1, "2"]);
    });

    it("keep their cluster from being deleted, instances of any group do too", async () => {
        const service = await serve(await task({}));
        await assert.rejects(() => emulated.remove(cluster), {
            message: "ClusterContainsServicesException: The cluster cannot be deleted while services are active.",
        });
        await emulated.remove(service);
        const other = await createGroup(`${name}-2`, `echo 'ECS_CLUSTER="${name}"' >> /etc/ecs/ecs.config`, {});
        await emulated.remove(group);
        await assert.rejects(() => emulated.remove(cluster), {
            message:
                "ClusterContainsContainerInstancesException: The cluster cannot be deleted while container instances " +
                "are active or draining.",
        });
        await emulated.remove(other);
        await emulated.remove(cluster);
    });

    it("keep a capacity provider in the association until the service has let go of it", async () => {
        const association = await associate();
        const service = await serve(await task({}), {
            capacityProviderStrategies: [{ capacityProvider: name, weight: 1 }],
        });
        await assert.rejects(() => emulated.remove(association), {
            message: "ResourceInUseException: The specified capacity provider is in use and cannot be removed.",
        });
        await emulated.remove(service);
        await emulated.remove(association);
    });

    const managed = { key: "AmazonECSManaged", value: "", propagateAtLaunch: true };
    const marks: readonly [title: string, tags: Values[], changed: string[]][] = [
        ["which a refresh shows where the program leaves it out", [], ["tags"]],
        ["which changes nothing where the program gives it", [managed], []],
    ];
    for (const [title, tags, changed] of marks) {
        it(`leave a tag on the group whose scaling Amazon ECS manages, ${title}`, async () => {
            group = await emulated.update(group, { tags });
            await associate();
            assert.deepStrictEqual(await emulated.secondPreview(group), { changed: [], replaces: [] });
            assert.deepStrictEqual(await emulated.secondPreview(group, true), { changed, replaces: [] });
        });
    }
});
