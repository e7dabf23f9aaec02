import { getPartitionOutput } from "@pulumi/aws/getPartition";
import { getRegionOutput } from "@pulumi/aws/getRegion";
import * as awsx from "@pulumi/awsx/ec2";
import * as pulumi from "@pulumi/pulumi";
import * as inferentia from "pulumi-ecs-inferentia";

const config = new pulumi.Config();
const runtime = config.require<inferentia.NeuronRuntime>("runtime");
const modelName = config.require("modelName");
const modelBasePath = config.require("modelBasePath");

// What AWS publishes for each runtime: TensorFlow Serving, without a model. Runtime 1.x is for Inf1 only.
const defaults: Record<inferentia.NeuronRuntime, { instanceType: inferentia.InferentiaInstanceType; image: string }> = {
    "neuron-rtd": {
        instanceType: "inf1.xlarge",
        image: "tensorflow-inference-neuron:1.15.4-neuron-py37-ubuntu18.04",
    },
    libnrt: {
        instanceType: "inf2.xlarge",
        image: "tensorflow-inference-neuronx:2.10.1-neuronx-py310-sdk2.17.0-ubuntu20.04",
    },
};
const registry = pulumi.interpolate`763104351884.dkr.ecr.${getRegionOutput().region}.amazonaws.com`;
const image = config.get("image") ?? pulumi.interpolate`${registry}/${defaults[runtime].image}`;

const zones = config.getObject<string[]>("availabilityZoneNames");

const vpc = new awsx.Vpc("inference", {
    ...(zones === undefined ? { numberOfAvailabilityZones: 2 } : { availabilityZoneNames: zones }),
    natGateways: { strategy: "Single" },
});

const cluster = new inferentia.Cluster("inference", {
    runtime,
    instanceType: config.get<inferentia.InferentiaInstanceType>("instanceType") ?? defaults[runtime].instanceType,
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
            entryPoint: ["sh", "-c"],
            command: [
                `tensorflow_model_server_neuron --port=8500 --rest_api_port=8501 --model_name=${modelName} ` +
                    `--model_base_path=${modelBasePath}`,
            ],
            portMappings: [
                { containerPort: 8500, hostPort: 8500 },
                { containerPort: 8501, hostPort: 8501 },
            ],
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
