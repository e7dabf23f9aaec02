import { Subnet, Vpc } from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";
import * as inferentia from "pulumi-ecs-inferentia";

const vpc = new Vpc("network", { cidrBlock: "10.0.0.0/16" });
const subnet = new Subnet("network", {
    vpcId: vpc.id,
    cidrBlock: "10.0.0.0/24",
    availabilityZone: "us-east-1a",
});
const network = { vpcId: vpc.id, subnetIds: [subnet.id], amiId: "ami-0123456789abcdef0" };
const portMappings = [{ containerPort: 8501 }];
const image = "123456789012.dkr.ecr.us-east-1.amazonaws.com/bert:1";

const one = new inferentia.Cluster("one", { ...network, instanceType: "inf1.xlarge", tags: { team: "ml" } });
const bert = new inferentia.TaskDefinition("bert", {
    pool: one.pool,
    containers: [{ name: "bert", image, portMappings }],
    executeCommand: true,
});
new inferentia.Service("bert", { task: bert.task, enableExecuteCommand: true });

const { amiId, ...several } = network;
const two = new inferentia.Cluster("two", {
    ...several,
    pools: {
        small: { instanceType: "inf1.2xlarge", maxSize: 4, amiId },
        large: { instanceType: "inf2.24xlarge", runtime: "libnrt", spot: true, amiId },
    },
    otherCapacityProviders: ["FARGATE"],
});
const { small, large } = two.pools as unknown as Readonly<
    Record<"small" | "large", pulumi.Output<inferentia.PoolReference>>
>;
const resnet = new inferentia.TaskDefinition("resnet", {
    pool: small,
    containers: [{ name: "resnet", image, portMappings: [{ containerPort: 8501, hostPort: 8501 }] }],
    neuronRtd: { version: "1.0.8444.0", memoryReservation: 500 },
});
new inferentia.Service("resnet", { task: resnet.task, desiredCount: 2 });
const llama = new inferentia.TaskDefinition("llama", {
    pool: large,
    containers: [{ name: "llama", image, memoryReservation: 64_000, portMappings }],
});
new inferentia.Service("llama", { task: llama.task });
