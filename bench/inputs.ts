import { guide } from "../checks/examples/bases/guide";

interface StateResource {
    readonly urn: string;
    readonly type: string;
    readonly id: string;
    readonly inputs: object;
}

/** A Pulumi state of inference services with static ports, all in one cluster, each with its own task definition. */
export function stateOfServices(count: number): object {
    const resources: StateResource[] = [
        resource("aws:ecs/cluster:Cluster", "cluster", { name: "ml" }),
        resource("aws:ec2/launchTemplate:LaunchTemplate", "template", { instanceType: "inf1.xlarge" }),
        resource("aws:autoscaling/group:Group", "group", { launchTemplate: { id: "template" }, maxSize: count + 1 }),
        resource("aws:ecs/capacityProvider:CapacityProvider", "inf1", {
            name: "inf1",
            autoScalingGroupProvider: { autoScalingGroupArn: "group" },
        }),
    ];
    for (let index = 0; index < count; index++) {
        const { containerDefinitions, ...rest } = guide.definition as { containerDefinitions: unknown };
        resources.push(
            resource("aws:ecs/taskDefinition:TaskDefinition", `task-${index}`, {
                ...rest,
                family: `task-${index}`,
                containerDefinitions: JSON.stringify(containerDefinitions),
            }),
            resource("aws:ecs/service:Service", `service-${index}`, {
                cluster: "cluster",
                taskDefinition: `task-${index}`,
                capacityProviderStrategies: [{ capacityProvider: "inf1" }],
            }),
        );
    }
    return { version: 3, deployment: { resources } };
}

function resource(type: string, id: string, inputs: object): StateResource {
    return { urn: `urn:pulumi:bench::bench::${type}::${id}`, type, id, inputs };
}

/** The guide's task definition, with so many volumes, and so many mounts and dependencies in each container. */
export function largeDefinition(items: number): object {
    const names = Array.from({ length: items }, (_, index) => `v${index}`);
    const { containerDefinitions, volumes, ...rest } = guide.definition as unknown as {
        containerDefinitions: { mountPoints?: object[]; dependsOn?: object[] }[];
        volumes: object[];
    };
    return {
        ...rest,
        volumes: [...volumes, ...names.map((name) => ({ name }))],
        containerDefinitions: containerDefinitions.map((container) => ({
            ...container,
            mountPoints: [
                ...(container.mountPoints ?? []),
                ...names.map((name) => ({ sourceVolume: name, containerPath: `/${name}` })),
            ],
            dependsOn: [
                ...(container.dependsOn ?? []),
                ...names.map((containerName) => ({ containerName, condition: "START" })),
            ],
        })),
    };
}
