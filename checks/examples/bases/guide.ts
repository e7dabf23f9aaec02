import { neuronRtdName } from "../../../contract";
import type { Base } from "../example";

/** The example task definition of the Amazon ECS Developer Guide, with an image and a role filled in. */
export const guide = {
    name: "the guide's task definition",
    roles: { model: "bert", sidecar: neuronRtdName },
    definition: {
        family: "ecs-neuron",
        executionRoleArn: "arn:aws:iam::123456789012:role/ecs-neuron-execution",
        containerDefinitions: [
            {
                entryPoint: ["sh", "-c"],
                portMappings: [
                    { hostPort: 8500, protocol: "tcp", containerPort: 8500 },
                    { hostPort: 8501, protocol: "tcp", containerPort: 8501 },
                    { hostPort: 0, protocol: "tcp", containerPort: 80 },
                ],
                command: [
                    "tensorflow_model_server_neuron --port=8500 --rest_api_port=8501 --model_name=bert " +
                        "--model_base_path=/bert",
                ],
                cpu: 0,
                dependsOn: [{ containerName: "neuron-rtd", condition: "START" }],
                environment: [{ name: "NEURON_RTD_ADDRESS", value: "unix:/sock/neuron-rtd.sock" }],
                mountPoints: [{ containerPath: "/sock", sourceVolume: "sock" }],
                memoryReservation: 1000,
                image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/bert:1",
                essential: true,
                name: "bert",
            },
            {
                entryPoint: ["sh", "-c"],
                portMappings: [],
                command: ["neuron-rtd -g unix:/sock/neuron-rtd.sock"],
                cpu: 0,
                environment: [{ name: "AWS_NEURON_VISIBLE_DEVICES", value: "ALL" }],
                mountPoints: [{ containerPath: "/sock", sourceVolume: "sock" }],
                memoryReservation: 1000,
                image: "790709498068.dkr.ecr.us-east-1.amazonaws.com/neuron-rtd:latest",
                essential: true,
                linuxParameters: { capabilities: { add: ["SYS_ADMIN", "IPC_LOCK"] } },
                name: "neuron-rtd",
            },
        ],
        volumes: [{ name: "sock", host: { sourcePath: "/tmp/sock" } }],
    },
} satisfies Base;

/** A container that has no part in the inference. */
export const logRouter = {
    name: "log-router",
    image: "public.ecr.aws/aws-observability/aws-for-fluent-bit:stable",
    essential: true,
    memoryReservation: 50,
    firelensConfiguration: { type: "fluentbit" },
};
