import { Cluster } from "@pulumi/aws/ecs/cluster";
import { ClusterCapacityProviders } from "@pulumi/aws/ecs/clusterCapacityProviders";
import * as pulumi from "@pulumi/pulumi";
import * as inferentia from "pulumi-ecs-inferentia";

const config = new pulumi.Config();

// Somebody else's cluster, for tasks on Fargate. It may stand in another program, as may its list below.
const shared = new Cluster("shared");

const pool = new inferentia.Pool("inf", {
    clusterName: shared.name,
    instanceType: "inf2.xlarge",
    vpcId: config.require("vpcId"),
    subnetIds: config.requireObject<string[]>("subnetIds"),
});

// A cluster's list of capacity providers is one setting: whoever owns it adds the pool's.
const association = new ClusterCapacityProviders("shared", {
    clusterName: shared.name,
    capacityProviders: ["FARGATE", pool.capacityProviderName],
});

const bert = new inferentia.TaskDefinition("bert", {
    pool: pool.pool,
    containers: [
        {
            name: "bert",
            image: config.require("image"),
            portMappings: [{ containerPort: 8080, hostPort: 8080 }],
        },
    ],
});

// The service comes after the list, and is destroyed before it: ECS keeps a capacity provider that a service uses.
const service = new inferentia.Service("bert", { task: bert.task }, { dependsOn: association });

export const serviceName = service.serviceName;
