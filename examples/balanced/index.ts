import * as pulumi from "@pulumi/pulumi";
import * as inferentia from "pulumi-ecs-inferentia";

const config = new pulumi.Config();
const image = config.require("image");

// TensorFlow Serving for Inferentia is of Runtime 1.x here: its AMI has a driver that still serves the daemon.
const amiSsmParameter = config.require("amiSsmParameter");
const cluster = new inferentia.Cluster("ml", { instanceType: "inf1.xlarge", amiSsmParameter });

const bert = new inferentia.TaskDefinition("bert", {
    pool: cluster.pool,
    containers: [
        {
            name: "bert",
            image,
            command: ["tensorflow_model_server_neuron", "--port=8500", "--rest_api_port=8501", "--model_name=bert"],
            portMappings: [
                { containerPort: 8500, hostPort: 8500 },
                { containerPort: 8501, hostPort: 8501 },
            ],
        },
    ],
});

const front = new inferentia.LoadBalancer("front", { loadBalancerType: "network" });

// The REST API tells whether the model is loaded, for both.
const healthCheck = { server: inferentia.ModelServer.TensorflowServing, modelName: "bert", readyWithin: 900 };
const at = {
    loadBalancer: front.loadBalancer,
    task: bert.task,
    container: "bert",
    protocol: "TCP",
    healthCheck,
} as const;
const grpc = new inferentia.Route("bert-grpc", { ...at, port: 8500 });
const rest = new inferentia.Route("bert-rest", { ...at, port: 8501 });

const service = new inferentia.Service("bert", { task: bert.task, routes: [grpc.target, rest.target] });

export const serviceName = service.serviceName;
export const grpcAddress = pulumi.interpolate`${front.dnsName}:8500`;
export const restUrl = pulumi.interpolate`http://${front.dnsName}:8501/v1/models/bert`;
