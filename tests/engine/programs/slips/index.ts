import * as pulumi from "@pulumi/pulumi";
import { Vpc } from "@pulumi/aws/ec2/vpc";
import * as inferentia from "pulumi-ecs-inferentia";

/** The components as a program without types makes them. */
const { Cluster, LaunchTemplate, Pool, Service, TaskDefinition } = inferentia as unknown as Record<
    "Cluster" | "LaunchTemplate" | "Pool" | "Service" | "TaskDefinition",
    new (...args: unknown[]) => pulumi.ComponentResource
>;
const cluster = () => new inferentia.Cluster("ml", { instanceType: "inf1.xlarge" });
const bert = (pool: inferentia.TaskDefinitionArgs["pool"]) =>
    new inferentia.TaskDefinition("bert", { pool, containers: [{ name: "bert", image: "bert:1" }] });

const slips: Readonly<Record<string, () => unknown>> = {
    "a cluster without arguments": () => new Cluster("ml"),
    "a cluster with null": () => new Cluster("ml", null),
    "a pool without arguments": () => new Pool("ml"),
    "a launch template without arguments": () => new LaunchTemplate("ml"),
    "a task definition without arguments": () => new TaskDefinition("bert"),
    "a service without arguments": () => new Service("bert"),
    "a cluster without a name": () => new Cluster({ instanceType: "inf1.xlarge" }),
    "a string for arguments": () => new Cluster("ml", "inf1.xlarge"),
    "the components themselves": () => new inferentia.Service("bert", { task: bert(cluster()) }),
    "the components themselves, and a pool": () => {
        const pool = cluster();
        new inferentia.Service("bert", { task: bert(undefined), pool });
    },
    "a cluster for a task": () => new Service("bert", { task: cluster() }),
    "an output of a task definition for a task": () => new Service("bert", { task: pulumi.output(bert(cluster())) }),
    "an output of a cluster for a pool": () => {
        const ml = cluster();
        bert(pulumi.output("ml").apply(() => ml as never));
    },
    "a VPC for its id": () => {
        const vpcId = new Vpc("net", { cidrBlock: "10.0.0.0/16" });
        new Cluster("ml", { instanceType: "inf1.xlarge", vpcId, subnetIds: ["subnet-1"] });
    },
    "a cluster for arguments": () => new Service("bert", cluster()),
    "a task without a pool": () => new inferentia.Service("bert", { task: bert(undefined).task }),
    "the one pool of a cluster with two": () => {
        const pools = { small: { instanceType: "inf1.xlarge" }, large: { instanceType: "inf1.2xlarge" } } as const;
        bert(new inferentia.Cluster("ml", { pools }).pool);
    },
};

slips[new pulumi.Config().require("slip")]?.();
