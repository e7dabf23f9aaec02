import type { ServiceArgs } from "../../../components";

/** A pool of inf1.6xlarge, four chips each, of a Cluster "ml". */
export const pool = {
    poolName: "ml",
    clusterName: "ml",
    clusterArn: "arn:aws:ecs:us-east-1:123456789012:cluster/ml",
    capacityProviderName: "ml-capacity",
    instanceTypes: ["inf1.6xlarge" as const],
    runtime: "neuron-rtd" as const,
    maxSize: 2,
};

/** A task with all devices and dynamic ports. */
export const task = {
    taskDefinitionArn: "arn:aws:ecs:us-east-1:123456789012:task-definition/bert:1",
    runtime: "neuron-rtd" as const,
    visibleDevices: "ALL",
    networkMode: "bridge",
    staticHostPorts: [],
    containerNames: ["neuron-rtd", "bert"],
    memory: 2000,
    cpu: 0,
    unhealthyAfter: 0,
};

/** The arguments of a service that is right. */
export const minimal: ServiceArgs = { pool, task };

/** What ECS is asked for with {@link minimal}. */
export const service = {
    cluster: pool.clusterArn,
    taskDefinition: task.taskDefinitionArn,
    capacityProviderStrategies: [{ capacityProvider: "ml-capacity", weight: 1 }],
    placementConstraints: [
        { type: "memberOf", expression: "attribute:ecs.instance-type == inf1.6xlarge" },
        { type: "distinctInstance" },
    ],
    desiredCount: 1,
    deploymentMinimumHealthyPercent: 100,
    deploymentMaximumPercent: 200,
    deploymentCircuitBreaker: { enable: true, rollback: true },
    forceNewDeployment: false,
    availabilityZoneRebalancing: "DISABLED",
    enableExecuteCommand: false,
    enableEcsManagedTags: true,
    propagateTags: "SERVICE",
    waitForSteadyState: true,
};
