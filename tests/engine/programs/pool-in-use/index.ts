import * as pulumi from "@pulumi/pulumi";
import { InferenceService, InferentiaCluster, NeuronTaskDefinition } from "pulumi-ecs-inferentia";

const config = new pulumi.Config();
/** Changes to the Auto Scaling group, as a test breaks it. */
const group = config.getObject<object>("group");

const cluster = new InferentiaCluster(
    "ml",
    {
        instanceType: "inf1.xlarge",
        maxSize: 3,
        terminationProtection: config.getBoolean("terminationProtection"),
    },
    {
        transforms: [
            ({ type, props, opts }) =>
                type === "aws:autoscaling/group:Group" ? { props: { ...props, ...group }, opts } : undefined,
        ],
    },
);
const task = new NeuronTaskDefinition("bert", {
    capacity: cluster.capacity,
    containers: [{ name: "bert", image: "bert:1", portMappings: [{ containerPort: 8501 }] }],
});
const service = new InferenceService("bert", {
    capacity: cluster.capacity,
    task: task.definition,
    desiredCount: config.getNumber("desiredCount"),
});

export const { clusterName } = cluster;
export const { taskDefinitionArn } = task;
export const { runTaskCommand } = service;
