import type { RunTaskCommandInput } from "@aws-sdk/client-ecs";
import { Aws } from "../../../emulation/providers/aws/aws";
import type { MotoServer } from "../../../emulation/moto/server";
import { Emulated, type Resource, type Values } from "../providers/aws/emulated";
import { configuredFor, region } from "../providers/aws/emulator";

let number = 0;

/** A cluster in an emulated AWS, and a group of instances that join it. */
export class EmulatedPool {
    private constructor(
        readonly name: string,
        readonly aws: Aws,
        readonly emulated: Emulated,
        readonly cluster: Resource,
        readonly group: Resource,
    ) {}

    static async make(server: MotoServer, size: Values): Promise<EmulatedPool> {
        const name = `pool-${number++}`;
        const emulated = new Emulated(configuredFor(server));
        const vpc = await emulated.create("aws:ec2/vpc:Vpc", name, {});
        const subnet = await emulated.create("aws:ec2/subnet:Subnet", name, { vpcId: vpc.id });
        const cluster = await emulated.create("aws:ecs/cluster:Cluster", name, { name });
        const userData = `#!/bin/sh\necho ECS_CLUSTER=${name} >> /etc/ecs/ecs.config\n`;
        const template = await emulated.create("aws:ec2/launchTemplate:LaunchTemplate", name, {
            userData: Buffer.from(userData).toString("base64"),
            vpcSecurityGroupIds: undefined,
        });
        const group = await emulated.create("aws:autoscaling/group:Group", name, {
            launchTemplate: { id: template.id, version: "$Latest" },
            vpcZoneIdentifiers: [subnet.id],
            desiredCapacity: undefined,
            ...size,
        });
        return new EmulatedPool(name, new Aws(server.endpoint, region), emulated, cluster, group);
    }

    /** Puts a capacity provider on the group, associated with the cluster, as its default unless told otherwise. */
    async associate(change: Values = {}, isDefault = true): Promise<{ provider: Resource; association: Resource }> {
        const { name } = this;
        const provider = await this.emulated.create("aws:ecs/capacityProvider:CapacityProvider", name, {
            name,
            autoScalingGroupProvider: {
                autoScalingGroupArn: this.group.state["arn"],
                managedScaling: { status: "ENABLED" },
                ...change,
            },
        });
        const association = await this.emulated.create(
            "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders",
            name,
            {
                capacityProviders: [name],
                clusterName: name,
                defaultCapacityProviderStrategies: isDefault ? [{ capacityProvider: name, weight: 1 }] : undefined,
            },
        );
        return { provider, association };
    }

    /** Registers a task definition of one container. */
    async task(container: Values = {}): Promise<string> {
        const definition = { name: "model", image: "model:1", memory: 100, ...container };
        const { state } = await this.emulated.create("aws:ecs/taskDefinition:TaskDefinition", this.name, {
            family: this.name,
            placementConstraints: undefined,
            volumes: undefined,
            containerDefinitions: JSON.stringify([definition]),
        });
        return String(state["arn"]);
    }

    serve(taskDefinition: string, change: Values = {}): Promise<Resource> {
        return this.emulated.create("aws:ecs/service:Service", `service-${number++}`, {
            capacityProviderStrategies: undefined,
            cluster: this.cluster.id,
            orderedPlacementStrategies: undefined,
            placementConstraints: undefined,
            taskDefinition,
            ...change,
        });
    }

    /** Starts tasks of no service, and answers their ARNs, and the failures' reasons. */
    async run(taskDefinition: string, change: Partial<RunTaskCommandInput> = {}): Promise<Ran> {
        const ecs = await this.aws.ecs();
        const { tasks = [], failures = [] } = await ecs.runTask({ cluster: this.name, taskDefinition, ...change });
        return { tasks: tasks.map(({ taskArn = "" }) => taskArn), failures: failures.map(({ reason = "" }) => reason) };
    }

    async stop(task: string | undefined): Promise<void> {
        await (await this.aws.ecs()).stopTask({ cluster: this.name, task });
    }

    /** How tasks are. */
    async status(tasks: string[]): Promise<unknown[]> {
        const { tasks: found = [] } = await (await this.aws.ecs()).describeTasks({ cluster: this.name, tasks });
        return found.map((one) => one.lastStatus);
    }

    /** On which instance of EC2 each task runs. */
    async places(tasks: string[]): Promise<unknown[]> {
        const { tasks: found = [] } = await (await this.aws.ecs()).describeTasks({ cluster: this.name, tasks });
        const joined = await this.joined();
        return found.map(
            (task) => joined.find((one) => one.containerInstanceArn === task.containerInstanceArn)?.ec2InstanceId,
        );
    }

    /** How many tasks of a service run, and how many wait. */
    async tasks({ id }: Resource): Promise<unknown[]> {
        const ecs = await this.aws.ecs();
        const { services: [found] = [] } = await ecs.describeServices({ cluster: this.name, services: [id] });
        return [found?.runningCount, found?.pendingCount];
    }

    /** The instances that joined the cluster. */
    async joined() {
        const ecs = await this.aws.ecs();
        const { containerInstanceArns: containerInstances = [] } = await ecs.listContainerInstances({
            cluster: this.name,
        });
        if (containerInstances.length === 0) {
            return [];
        }
        const answer = await ecs.describeContainerInstances({ cluster: this.name, containerInstances });
        return answer.containerInstances ?? [];
    }

    /** The group's instances: of each its id, state, and whether it is protected from scale-in. */
    async instances(): Promise<{ id: string; state: string; isProtected: boolean }[]> {
        const scaling = await this.aws.autoScaling();
        const { AutoScalingGroups: [found] = [] } = await scaling.describeAutoScalingGroups({
            AutoScalingGroupNames: [this.group.id],
        });
        return (found?.Instances ?? []).map(
            ({ InstanceId = "", LifecycleState = "", ProtectedFromScaleIn: isProtected = false }) => ({
                id: InstanceId,
                state: LifecycleState,
                isProtected,
            }),
        );
    }

    /** Asks the group for so many instances. */
    async resize(DesiredCapacity: number): Promise<void> {
        const scaling = await this.aws.autoScaling();
        await scaling.setDesiredCapacity({ AutoScalingGroupName: this.group.id, DesiredCapacity });
    }
}

interface Ran {
    readonly tasks: string[];
    readonly failures: readonly string[];
}
