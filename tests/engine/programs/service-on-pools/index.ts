import * as pulumi from "@pulumi/pulumi";
import * as inferentia from "pulumi-ecs-inferentia";

const config = new pulumi.Config();
/** The pools of the cluster; with each service its pool. */
const pools = config.require("pools").split(",");
const services = config.requireObject<Record<string, string>>("services");
/** Further settings of the container, and its port of the instance, where it has one. */
const container = config.getObject<Partial<inferentia.ModelContainer>>("container");
const hostPort = config.getNumber("hostPort");

const instanceType = "inf1.xlarge";
const cluster = new inferentia.Cluster("ml", {
    removedPools: config.get("removed")?.split(","),
    pools: Object.fromEntries(pools.map((name) => [name, { instanceType, maxSize: config.getNumber("maxSize") ?? 2 }])),
});

export const { clusterName } = cluster;

/** Lifted, so that a preview knows the members that the program wrote. */
function poolOf(name: string): inferentia.ServiceArgs["pool"] {
    const pool = cluster.pools[name] as pulumi.Output<inferentia.PoolReference>;
    const { clusterName, clusterArn, capacityProviderName, instanceTypes } = pool;
    return config.getBoolean("withoutSize") ? { clusterName, clusterArn, capacityProviderName, instanceTypes } : pool;
}

export const taskDefinitions = Object.entries(services).map(([name, pool]) => {
    const task = new inferentia.TaskDefinition(name, {
        instanceType,
        containers: [
            { ...container, name: "bert", image: "bert:1", portMappings: [{ containerPort: 8501, hostPort }] },
        ],
    });
    new inferentia.Service(name, {
        pool: poolOf(pool),
        task: task.task,
        forceNewDeployment: config.getBoolean("forceNewDeployment"),
        ...config.getObject<Partial<inferentia.ServiceArgs>>("service"),
    });
    return task.taskDefinitionArn;
});
