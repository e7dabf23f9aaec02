import * as pulumi from "@pulumi/pulumi";
import { InferenceService, InferentiaCluster, NeuronTaskDefinition, type Capacity } from "pulumi-ecs-inferentia";

const config = new pulumi.Config();
/** The pools of the cluster; with each service its pool. */
const pools = config.require("pools").split(",");
const services = config.requireObject<Record<string, string>>("services");

const instanceType = "inf1.xlarge";
const cluster = new InferentiaCluster("ml", {
    capacities: Object.fromEntries(
        pools.map((name) => [name, { instanceType, maxSize: config.getNumber("maxSize") ?? 2 }]),
    ),
});

/** Lifted, so that a preview knows the members that the program wrote. */
function capacityOf(pool: string): pulumi.Output<Capacity> {
    return cluster.capacities[pool] as pulumi.Output<Capacity>;
}

for (const [name, pool] of Object.entries(services)) {
    const task = new NeuronTaskDefinition(name, {
        instanceType,
        containers: [{ name: "bert", image: "bert:1", portMappings: [{ containerPort: 8501 }] }],
    });
    new InferenceService(name, { capacity: capacityOf(pool), task: task.definition });
}
