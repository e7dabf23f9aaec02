import * as pulumi from "@pulumi/pulumi";
import { InferenceService, InferentiaCluster, NeuronTaskDefinition } from "pulumi-ecs-inferentia";

const config = new pulumi.Config();

const cluster = new InferentiaCluster("ml", {
    existingClusterName: config.require("clusterName"),
    // A cluster's list of capacity providers is one setting: what is not named here leaves it.
    otherCapacityProviders: config.requireObject<string[]>("capacityProviders"),
    instanceType: "inf1.xlarge",
    vpcId: config.require("vpcId"),
    subnetIds: config.requireObject<string[]>("subnetIds"),
});

const task = new NeuronTaskDefinition("bert", {
    capacity: cluster.capacity,
    containers: [
        {
            name: "bert",
            image: config.require("image"),
            portMappings: [{ containerPort: 8501, hostPort: 8501 }],
        },
    ],
});

const service = new InferenceService("bert", { capacity: cluster.capacity, task: task.definition });

export const serviceName = service.serviceName;
