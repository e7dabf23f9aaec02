import * as pulumi from "@pulumi/pulumi";
import * as inferentia from "pulumi-ecs-inferentia";

const image = new pulumi.Config().require("image");

const cluster = new inferentia.Cluster("ml", { instanceType: "inf2.xlarge" });

const bert = new inferentia.TaskDefinition("bert", {
    pool: cluster.pool,
    containers: [{ name: "bert", image, memoryReservation: 8000, portMappings: [{ containerPort: 8080 }] }],
});

const service = new inferentia.Service("bert", { task: bert.task });

export const clusterName = cluster.clusterName;
export const serviceName = service.serviceName;
export const runTask = service.runTaskCommand;
