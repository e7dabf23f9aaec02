import { getPartitionOutput } from "@pulumi/aws/getPartition";
import { getRegionOutput } from "@pulumi/aws/getRegion";
import * as awsx from "@pulumi/awsx/ec2";
import * as pulumi from "@pulumi/pulumi";
import * as inferentia from "pulumi-ecs-inferentia";

const config = new pulumi.Config();
const runtime = config.require<inferentia.NeuronRuntime>("runtime");
const modelName = config.require("modelName");
const modelBasePath = config.require("modelBasePath");

/** What serves the model: an image of AWS's, and where it runs. */
interface Server {
    instanceType: inferentia.InferentiaInstanceType;
    image: string;
    ports: number[];
    entryPoint?: string[];
    command: string[];
}

// Without a model, which `image` brings. Runtime 1.x is for Inf1 only.
const servers: Record<inferentia.NeuronRuntime, Server> = {
    // TensorFlow Serving
    "neuron-rtd": {
        instanceType: "inf1.xlarge",
        image: "tensorflow-inference-neuron:1.15.4-neuron-py37-ubuntu18.04",
        ports: [8500, 8501],
        entryPoint: ["sh", "-c"],
        command: [
            `tensorflow_model_server_neuron --port=8500 --rest_api_port=8501 --model_name=${modelName} ` +
                `--model_base_path=${modelBasePath}`,
        ],
    },
    // TorchServe
    libnrt: {
        instanceType: "inf2.xlarge",
        image: "pytorch-inference-neuronx:2.9.0-neuronx-py312-sdk2.31.1-ubuntu24.04",
        ports: [8080],
        command: ["/usr/local/bin/entrypoint.sh", "-m", `${modelName}=${modelBasePath}`],
    },
};
const server = servers[runtime];
const registry = getRegionOutput().region.apply(inferentia.deepLearningContainersRegistry);
const image = config.get("image") ?? pulumi.interpolate`${registry}/${server.image}`;

const zones = config.getObject<string[]>("availabilityZoneNames");

const vpc = new awsx.Vpc("inference", {
    ...(zones === undefined ? { numberOfAvailabilityZones: 2 } : { availabilityZoneNames: zones }),
    natGateways: { strategy: "Single" },
});

const cluster = new inferentia.Cluster("inference", {
    runtime,
    instanceType: config.get<inferentia.InferentiaInstanceType>("instanceType") ?? server.instanceType,
    vpcId: vpc.vpcId,
    subnetIds: vpc.privateSubnetIds,
    minSize: config.requireNumber("minSize"),
    maxSize: config.requireNumber("maxSize"),
    amiId: config.get("amiId"),
    amiSsmParameter: config.get("amiSsmParameter"),
});

const definition = new inferentia.TaskDefinition("inference", {
    pool: cluster.pool,
    visibleDevices: config.require("visibleDevices"),
    ...(runtime === "neuron-rtd" && { neuronRtd: { version: config.require("neuronRtdVersion") } }),
    taskRoleStatements: readsModel(modelBasePath),
    containers: [
        {
            name: modelName,
            image,
            entryPoint: server.entryPoint,
            command: server.command,
            portMappings: server.ports.map((port) => ({ containerPort: port, hostPort: port })),
            memoryReservation: 1000,
        },
    ],
});

const service = new inferentia.Service("inference", {
    task: definition.task,
    desiredCount: config.requireNumber("desiredCount"),
});

/** What the task must be allowed for a model in S3; nothing for one in the image. */
function readsModel(path: string) {
    const [, bucket, key = ""] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(path) ?? [];
    if (bucket === undefined) {
        return undefined;
    }
    const arn = pulumi.interpolate`arn:${getPartitionOutput().partition}:s3:::${bucket}`;
    return [
        { actions: ["s3:ListBucket"], resources: [arn] },
        { actions: ["s3:GetObject"], resources: [pulumi.interpolate`${arn}/${key}*`] },
    ];
}

export const clusterName = cluster.clusterName;
export const serviceName = service.serviceName;
export const taskDefinitionArn = definition.taskDefinitionArn;
export const amiId = cluster.pool.amiId;
export const runTask = service.runTaskCommand;
