import * as pulumi from "@pulumi/pulumi";
import { InferenceService, InferentiaCluster, NeuronTaskDefinition } from "pulumi-ecs-inferentia";

const config = new pulumi.Config();

const cluster = new InferentiaCluster("ml", {
    instanceType: "inf1.xlarge",
    // The last AMI whose Neuron driver supports the daemon.
    amiSsmParameter: "/aws/service/ecs/optimized-ami/amazon-linux-2/inf/amzn2-ami-ecs-inf-hvm-2.0.20220822-x86_64-ebs",
});

const task = new NeuronTaskDefinition("bert", {
    capacity: cluster.capacity,
    neuronRtd: {
        image: config.require("neuronRtdImage"),
        healthCheck: { command: ["CMD-SHELL", "test -S /sock/neuron-rtd.sock"], interval: 10, retries: 5 },
    },
    containers: [{ name: "bert", image: config.require("image"), portMappings: [{ containerPort: 8501 }] }],
});

const service = new InferenceService("bert", { capacity: cluster.capacity, task: task.definition });

export const clusterName = cluster.clusterName;
export const serviceName = service.serviceName;
