import { getRegionOutput } from "@pulumi/aws/getRegion";
import * as awsx from "@pulumi/awsx/ec2";
import * as pulumi from "@pulumi/pulumi";
import {
    InferenceService,
    InferentiaCluster,
    NeuronTaskDefinition,
    runTaskCommand,
    type InferentiaInstanceType,
} from "pulumi-ecs-inferentia";

const config = new pulumi.Config();
const instanceType = config.require<InferentiaInstanceType>("instanceType");
const modelName = config.require("modelName");
const region = getRegionOutput().region;

// The TensorFlow Serving image that AWS publishes for Neuron; a served model needs an image of its own, or S3.
const awsImage = "tensorflow-inference-neuron:1.15.4-neuron-py37-ubuntu18.04";
const image = config.get("image") ?? pulumi.interpolate`763104351884.dkr.ecr.${region}.amazonaws.com/${awsImage}`;

const zones = config.getObject<string[]>("availabilityZoneNames");

const vpc = new awsx.Vpc("inference", {
    ...(zones === undefined ? { numberOfAvailabilityZones: 2 } : { availabilityZoneNames: zones }),
    natGateways: { strategy: "Single" },
});

const cluster = new InferentiaCluster("inference", {
    instanceType,
    vpcId: vpc.vpcId,
    subnetIds: vpc.privateSubnetIds,
    minSize: config.requireNumber("minSize"),
    maxSize: config.requireNumber("maxSize"),
    amiId: config.get("amiId"),
    amiSsmParameter: config.get("amiSsmParameter"),
});

const task = new NeuronTaskDefinition("inference", {
    instanceType,
    visibleDevices: config.require("visibleDevices"),
    neuronRtd: { version: config.require("neuronRtdVersion") },
    containers: [
        {
            name: modelName,
            image,
            entryPoint: ["sh", "-c"],
            command: [
                `tensorflow_model_server_neuron --port=8500 --rest_api_port=8501 --model_name=${modelName} ` +
                    `--model_base_path=${config.require("modelBasePath")}`,
            ],
            portMappings: [
                { containerPort: 8500, hostPort: 8500 },
                { containerPort: 8501, hostPort: 8501 },
            ],
        },
    ],
});

const service = new InferenceService("inference", {
    cluster: cluster.clusterArn,
    capacityProvider: cluster.capacityProviderName,
    taskDefinition: task.taskDefinitionArn,
    instanceType,
    desiredCount: config.requireNumber("desiredCount"),
});

export const clusterName = cluster.clusterName;
export const serviceName = service.serviceName;
export const taskDefinitionArn = task.taskDefinitionArn;
export const amiId = cluster.amiId;
export const runTask = pulumi
    .all([cluster.clusterName, task.taskDefinitionArn, region])
    .apply(([cluster, taskDefinition, region]) => runTaskCommand({ cluster, taskDefinition, instanceType, region }));
