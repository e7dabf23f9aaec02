import { neuronRtdName } from "../../../contract";
import type { Base } from "../example";

/** A task to which ECS assigns all Neuron devices of a Managed Instance. */
export const managedTask = {
    name: "a task definition for Managed Instances",
    roles: { model: "llm", sidecar: neuronRtdName },
    definition: {
        family: "llm-managed",
        requiresCompatibilities: ["MANAGED_INSTANCES"],
        networkMode: "awsvpc",
        cpu: "8192",
        memory: "16384",
        executionRoleArn: "arn:aws:iam::123456789012:role/llm-execution",
        containerDefinitions: [
            {
                name: "llm",
                image: "763104351884.dkr.ecr.us-west-2.amazonaws.com/pytorch-inference-neuronx:2.1.2-neuronx-py310-sdk2.20.0-ubuntu20.04",
                essential: true,
                portMappings: [{ containerPort: 8080, protocol: "tcp" }],
                resourceRequirements: [{ type: "NeuronDevice", value: "ALL" }],
            },
        ],
    },
} satisfies Base;
