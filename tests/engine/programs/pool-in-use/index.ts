import * as pulumi from "@pulumi/pulumi";
import * as inferentia from "pulumi-ecs-inferentia";

const config = new pulumi.Config();
/** Changes to the Auto Scaling group, as a test breaks it. */
const group = config.getObject<object>("group");

const cluster = new inferentia.Cluster(
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
const bert = new inferentia.TaskDefinition("bert", {
    pool: cluster.pool,
    containers: [{ name: "bert", image: "bert:1", portMappings: [{ containerPort: 8501 }] }],
});
const service = new inferentia.Service("bert", {
    task: bert.task,
    desiredCount: config.getNumber("desiredCount"),
});

export const { clusterName } = cluster;
export const { taskDefinitionArn } = bert;
export const { runTaskCommand } = service;
