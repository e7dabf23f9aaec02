import { Service } from "@pulumi/aws/ecs/service";
import { TaskDefinition } from "@pulumi/aws/ecs/taskDefinition";
import * as pulumi from "@pulumi/pulumi";
import * as inferentia from "pulumi-ecs-inferentia";

const config = new pulumi.Config();

const cluster = new inferentia.Cluster("ml", {
    pools: {
        small: { instanceType: "inf2.xlarge", maxSize: 10 },
        large: { instanceType: "inf2.24xlarge", spot: true },
    },
    otherCapacityProviders: ["FARGATE"],
});
const { small, large } = cluster.pools;

const bert = new inferentia.TaskDefinition("bert", {
    pool: small,
    containers: [{ name: "bert", image: config.require("image"), portMappings: [{ containerPort: 8080 }] }],
});
new inferentia.Service("bert", { task: bert.task, desiredCount: 3 });

const llama = new inferentia.TaskDefinition("llama", {
    pool: large,
    containers: [
        {
            name: "llama",
            image: config.require("largeImage"),
            memoryReservation: 64_000,
            portMappings: [{ containerPort: 8080 }],
        },
    ],
});
new inferentia.Service("llama", { task: llama.task });

const web = new TaskDefinition("web", {
    family: pulumi.interpolate`${pulumi.getProject()}-${pulumi.getStack()}-web`,
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    containerDefinitions: JSON.stringify([
        {
            name: "web",
            image: "public.ecr.aws/nginx/nginx:stable",
            essential: true,
            portMappings: [{ containerPort: 80 }],
        },
    ]),
});
new Service(
    "web",
    {
        cluster: cluster.clusterArn,
        taskDefinition: web.arn,
        desiredCount: 1,
        capacityProviderStrategies: [{ capacityProvider: "FARGATE", weight: 1 }],
        networkConfiguration: {
            subnets: cluster.subnetIds,
            securityGroups: cluster.securityGroupIds,
            assignPublicIp: true,
        },
    },
    // Fargate belongs to the cluster once it is associated with it.
    { dependsOn: cluster.association },
);

export const clusterName = cluster.clusterName;
