import * as pulumi from "@pulumi/pulumi";
import { InferenceService, InferentiaCluster, NeuronTaskDefinition } from "pulumi-ecs-inferentia";

const image = new pulumi.Config().require("image");

const cluster = new InferentiaCluster("ml", { instanceType: "inf2.xlarge", runtime: "libnrt" });

const task = new NeuronTaskDefinition("bert", {
    capacity: cluster.capacity,
    containers: [{ name: "bert", image, memoryReservation: 8000, portMappings: [{ containerPort: 8080 }] }],
});

const service = new InferenceService("bert", { capacity: cluster.capacity, task: task.definition });

export const clusterName = cluster.clusterName;
export const serviceName = service.serviceName;
