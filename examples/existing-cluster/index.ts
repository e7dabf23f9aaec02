import * as pulumi from "@pulumi/pulumi";
import * as inferentia from "pulumi-ecs-inferentia";

const config = new pulumi.Config();

const cluster = new inferentia.Cluster("ml", {
    existingClusterName: config.require("clusterName"),
    // A cluster's list of capacity providers is one setting: what is not named here leaves it.
    otherCapacityProviders: config.requireObject<string[]>("capacityProviders"),
    instanceType: "inf1.xlarge",
    vpcId: config.require("vpcId"),
    subnetIds: config.requireObject<string[]>("subnetIds"),
});

const bert = new inferentia.TaskDefinition("bert", {
    pool: cluster.pool,
    containers: [
        {
            name: "bert",
            image: config.require("image"),
            portMappings: [{ containerPort: 8501, hostPort: 8501 }],
        },
    ],
});

const service = new inferentia.Service("bert", { task: bert.task });

export const serviceName = service.serviceName;
