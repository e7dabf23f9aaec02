import { Subnet, Vpc } from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";
import { InferenceService, InferentiaCluster, NeuronTaskDefinition, type Capacity } from "pulumi-ecs-inferentia";

const vpc = new Vpc("network", { cidrBlock: "10.0.0.0/16" });
const subnet = new Subnet("network", {
    vpcId: vpc.id,
    cidrBlock: "10.0.0.0/24",
    availabilityZone: "us-east-1a",
});
const network = { vpcId: vpc.id, subnetIds: [subnet.id], amiId: "ami-0123456789abcdef0" };
const portMappings = [{ containerPort: 8501 }];
const image = "123456789012.dkr.ecr.us-east-1.amazonaws.com/bert:1";

const one = new InferentiaCluster("one", { ...network, instanceType: "inf1.xlarge", tags: { team: "ml" } });
const bert = new NeuronTaskDefinition("bert", {
    capacity: one.capacity,
    containers: [{ name: "bert", image, portMappings }],
    executeCommand: true,
});
new InferenceService("bert", { capacity: one.capacity, task: bert.definition, enableExecuteCommand: true });

const { amiId, ...several } = network;
const two = new InferentiaCluster("two", {
    ...several,
    capacities: {
        small: { instanceType: "inf1.2xlarge", maxSize: 4, amiId },
        large: { instanceType: "inf2.24xlarge", runtime: "libnrt", spot: true, amiId },
    },
    otherCapacityProviders: ["FARGATE"],
});
const { small, large } = two.capacities as unknown as Readonly<Record<"small" | "large", pulumi.Output<Capacity>>>;
const resnet = new NeuronTaskDefinition("resnet", {
    capacity: small,
    containers: [{ name: "resnet", image, portMappings: [{ containerPort: 8501, hostPort: 8501 }] }],
    neuronRtd: { version: "1.0.8444.0", memoryReservation: 500 },
});
new InferenceService("resnet", { capacity: small, task: resnet.definition, desiredCount: 2 });
const llama = new NeuronTaskDefinition("llama", {
    capacity: large,
    containers: [{ name: "llama", image, memoryReservation: 64_000, portMappings }],
});
new InferenceService("llama", { capacity: large, task: llama.definition });
