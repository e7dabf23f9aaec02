import * as pulumi from "@pulumi/pulumi";
import { Cluster } from "@pulumi/aws/ecs/cluster";
import { ClusterCapacityProviders } from "@pulumi/aws/ecs/clusterCapacityProviders";
import * as inferentia from "pulumi-ecs-inferentia";

const config = new pulumi.Config();

/** The name of a cluster outside of the program, or of its own one, whose list the program has. */
const clusterName = config.get("clusterName") ?? new Cluster("own", { name: "own" }).name;
/** Changes to the Auto Scaling group, as a test replaces it. */
const group = config.getObject<object>("group");
const pool = new inferentia.Pool(
    "inf",
    { clusterName, instanceType: "inf1.xlarge" },
    {
        transforms: [
            ({ type, props, opts }) =>
                type === "aws:autoscaling/group:Group" ? { props: { ...props, ...group }, opts } : undefined,
        ],
    },
);
if (config.get("clusterName") === undefined) {
    const association = new ClusterCapacityProviders("own", {
        clusterName,
        capacityProviders: ["FARGATE", pool.capacityProviderName],
    });
    const bert = new inferentia.TaskDefinition("bert", {
        pool: pool.pool,
        containers: [{ name: "bert", image: "bert:1" }],
    });
    new inferentia.Service("bert", { task: bert.task }, { dependsOn: association });
}
