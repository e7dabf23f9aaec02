import * as pulumi from "@pulumi/pulumi";
import {
    InferenceService,
    InferentiaCluster,
    NeuronTaskDefinition,
    type Capacity,
    type CapacityArgs,
    type ModelContainerArgs,
} from "pulumi-ecs-inferentia";

const config = new pulumi.Config();
/** The pools of the cluster; with each service its pool. */
const pools = config.require("pools").split(",");
const services = config.requireObject<Record<string, string>>("services");
/** Further settings of the container, and its port of the instance, where it has one. */
const container = config.getObject<Partial<ModelContainerArgs>>("container");
const hostPort = config.getNumber("hostPort");

const instanceType = "inf1.xlarge";
const cluster = new InferentiaCluster("ml", {
    removedCapacities: config.get("removed")?.split(","),
    capacities: Object.fromEntries(
        pools.map((name) => [name, { instanceType, maxSize: config.getNumber("maxSize") ?? 2 }]),
    ),
});

/** Lifted, so that a preview knows the members that the program wrote. */
function capacityOf(pool: string): pulumi.Input<CapacityArgs> {
    const capacity = cluster.capacities[pool] as pulumi.Output<Capacity>;
    const { clusterName, clusterArn, capacityProviderName, instanceTypes } = capacity;
    return config.getBoolean("withoutSize")
        ? { clusterName, clusterArn, capacityProviderName, instanceTypes }
        : capacity;
}

export const taskDefinitions = Object.entries(services).map(([name, pool]) => {
    const task = new NeuronTaskDefinition(name, {
        instanceType,
        containers: [
            { ...container, name: "bert", image: "bert:1", portMappings: [{ containerPort: 8501, hostPort }] },
        ],
    });
    new InferenceService(name, {
        capacity: capacityOf(pool),
        task: task.definition,
        forceNewDeployment: config.getBoolean("forceNewDeployment"),
    });
    return task.taskDefinitionArn;
});
