import assert from "node:assert/strict";
import type { MotoServer } from "../../../../emulation/moto/server";
import type { AwsProvider } from "../../../../emulation/providers/aws/provider";
import { configuredFor, emulatorFor } from "./emulator";
import { type ResourceToken, rightInputs } from "./right-inputs";

type Values = Record<string, unknown>;

interface Resource {
    readonly urn: { readonly type: string; readonly name: string };
    readonly id: string;
    readonly state: Values;
}

const clusterType = "aws:ecs/cluster:Cluster";
const capacityProviderType = "aws:ecs/capacityProvider:CapacityProvider";
const associationType = "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders";
const taskDefinitionType = "aws:ecs/taskDefinition:TaskDefinition";
const serviceType = "aws:ecs/service:Service";
const groupType = "aws:autoscaling/group:Group";

describe("what AWS refuses and the emulator takes", function () {
    this.timeout(60_000);
    let server: MotoServer;
    let provider: AwsProvider;
    let vpc: Resource;
    let subnet: Resource;
    let group: Resource;
    let cluster: Resource;
    let capacityProvider: Resource;
    let association: Resource;
    let taskDefinition: Resource;
    let service: Resource;

    before(async function () {
        server = await emulatorFor(this);
        provider = configuredFor(server);
        vpc = await create("aws:ec2/vpc:Vpc", "vpc", {});
        subnet = await create("aws:ec2/subnet:Subnet", "subnet", { vpcId: vpc.id });
        const template = await create("aws:ec2/launchTemplate:LaunchTemplate", "template", {
            vpcSecurityGroupIds: undefined,
        });
        group = await create(groupType, "group", {
            launchTemplate: { id: template.id, version: "1" },
            forceDelete: true,
            protectFromScaleIn: true,
            vpcZoneIdentifiers: [subnet.id],
        });
        cluster = await create(clusterType, "cluster", {});
        capacityProvider = await create(capacityProviderType, "inf1", { name: "inf1", ...onGroup(group) });
        association = await create(associationType, "association", { clusterName: cluster.state["name"] });
        taskDefinition = await create(taskDefinitionType, "model", {});
        service = await create(serviceType, "service", {
            name: "model",
            cluster: cluster.id,
            taskDefinition: taskDefinition.state["arn"],
        });
    });

    after(() => server?.stop());

    async function create(type: ResourceToken, name: string, change: Values): Promise<Resource> {
        const urn = { type, name };
        const { inputs, failures } = provider.check(urn, {}, { ...rightInputs[type], ...change }, new Uint8Array([1]));
        assert.deepStrictEqual(failures, []);
        return { urn, ...(await provider.create(urn, inputs, false, 0)) };
    }

    function remove({ urn, id, state }: Resource, timeoutSeconds = 0): Promise<void> {
        return provider.delete(urn, id, state, timeoutSeconds);
    }

    function onGroup({ state }: Resource, change: Values = {}): Values {
        const { autoScalingGroupProvider } = rightInputs[capacityProviderType];
        return {
            autoScalingGroupProvider: { ...autoScalingGroupProvider, autoScalingGroupArn: state["arn"], ...change },
        };
    }

    const refused: readonly [title: string, operation: () => Promise<unknown>, message: string][] = [
        [
            "a capacity provider on a group that does not exist",
            () => create(capacityProviderType, "other", {}),
            "ClientException: The specified Auto Scaling group does not exist: " +
                `${rightInputs[capacityProviderType].autoScalingGroupProvider.autoScalingGroupArn}.`,
        ],
        [
            "a capacity provider of a name that is taken",
            () => create(capacityProviderType, "other", { name: "inf1", ...onGroup(group) }),
            "ClientException: A capacity provider with the name inf1 already exists.",
        ],
        [
            "managed termination protection on a group that does not protect its instances",
            async () => {
                const { launchTemplate } = group.state;
                const unprotected = await create(groupType, "open", {
                    launchTemplate,
                    vpcZoneIdentifiers: [subnet.id],
                    desiredCapacity: 0,
                });
                await create(capacityProviderType, "other", onGroup(unprotected));
            },
            "InvalidParameterException: The managed termination protection setting for the capacity provider is " +
                "invalid. To enable managed termination protection for a capacity provider, the Auto Scaling group must " +
                "have instance protection from scale in enabled.",
        ],
        [
            "a cluster of a name that is taken",
            () => create(clusterType, "other", { name: cluster.state["name"] }),
            "InvalidParameterException: Arguments on this idempotent request are inconsistent with arguments used " +
                "in previous request(s).",
        ],
        [
            "the association with a capacity provider that does not exist",
            () =>
                create(associationType, "other", {
                    clusterName: cluster.state["name"],
                    capacityProviders: ["inf1", "spot"],
                }),
            "InvalidParameterException: The specified capacity provider was not found. Specify a valid capacity " +
                "provider and try again.",
        ],
        [
            "the association with a cluster that does not exist",
            () => create(associationType, "other", { clusterName: "nowhere" }),
            "ClusterNotFoundException: Cluster not found.",
        ],
        [
            "a service on a capacity provider that is not associated with the cluster",
            async () => {
                const other = await create(clusterType, "bare", {});
                await create(serviceType, "other", { cluster: other.id, taskDefinition: taskDefinition.state["arn"] });
            },
            "InvalidParameterException: The specified capacity provider strategy cannot contain a capacity provider " +
                "that is not associated with the cluster. Associate the capacity provider with the cluster or specify a " +
                "valid capacity provider and try again.",
        ],
        [
            "a service in a deleted cluster",
            async () => {
                const other = await create(clusterType, "deleted", {});
                await remove(other);
                await create(serviceType, "other", { cluster: other.id, taskDefinition: taskDefinition.state["arn"] });
            },
            "ClusterNotFoundException: Cluster not found.",
        ],
        [
            "a service of a name that is taken",
            () =>
                create(serviceType, "other", {
                    name: "model",
                    cluster: cluster.id,
                    taskDefinition: taskDefinition.state["arn"],
                }),
            "InvalidParameterException: Creation of service was not idempotent.",
        ],
        [
            "a service on a task definition that is inactive",
            async () => {
                const other = await create(taskDefinitionType, "other", { family: "other" });
                await remove(other);
                await create(serviceType, "other", { cluster: cluster.id, taskDefinition: other.state["arn"] });
            },
            "ClientException: TaskDefinition is inactive",
        ],
        [
            "a network configuration for a task in bridge mode",
            () =>
                create(serviceType, "other", {
                    cluster: cluster.id,
                    taskDefinition: taskDefinition.state["arn"],
                    networkConfiguration: { subnets: [subnet.id] },
                }),
            "InvalidParameterException: Network Configuration is not valid for the given networkMode of this task " +
                "definition.",
        ],
        [
            "a task with a network interface of its own without network configuration",
            async () => {
                const containerDefinitions = JSON.stringify([{ name: "model", image: "model:1", memory: 100 }]);
                const other = await create(taskDefinitionType, "vpc", {
                    family: "vpc",
                    networkMode: "awsvpc",
                    containerDefinitions,
                });
                await create(serviceType, "other", { cluster: cluster.id, taskDefinition: other.state["arn"] });
            },
            "InvalidParameterException: Network Configuration must be provided when networkMode 'awsvpc' is specified.",
        ],
        [
            "deleting a cluster with a service",
            () => remove(cluster),
            "ClusterContainsServicesException: The cluster cannot be deleted while services are active.",
        ],
        [
            "taking a capacity provider from the cluster whose service uses it",
            () => remove(association),
            "ResourceInUseException: The specified capacity provider is in use and cannot be removed.",
        ],
    ];
    for (const [title, operation, message] of refused) {
        it(`refuses ${title}`, async () => {
            await assert.rejects(operation, { message });
        });
    }

    it("refuses deleting a subnet under its instances", async () => {
        await assert.rejects(() => remove(subnet), {
            message: `DependencyViolation: The subnet '${subnet.id}' has dependencies and cannot be deleted.`,
        });
    });

    it("says why a capacity provider that a cluster holds is not deleted, which stays active", async () => {
        await assert.rejects(() => remove(capacityProvider), {
            message:
                `waiting for ECS Capacity Provider (${capacityProvider.id}) delete: The capacity provider cannot be ` +
                `deleted because it is associated with cluster: ${String(cluster.state["name"])}. Remove the capacity ` +
                "provider from the cluster and try again.",
        });
        const { id } = await provider.read(capacityProvider.urn, capacityProvider.id, capacityProvider.state, {});
        assert.equal(id, capacityProvider.id);
    });

    it("passes on what AWS itself refuses, by name and message", async () => {
        await assert.rejects(() => remove(vpc), {
            message: `DependencyViolation: The vpc '${vpc.id}' has dependencies and cannot be deleted.`,
        });
    });

    it("lets all go in the right order", async () => {
        await remove(service);
        await remove(association);
        await remove(capacityProvider);
        await remove(cluster);
        await remove(group);
        await remove(subnet);
        await remove(vpc);
    });
});
