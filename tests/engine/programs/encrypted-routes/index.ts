// An application load balancer of HTTPS with calls of gRPC and requests to tasks with addresses of their own, and a
// network load balancer that decrypts TLS; or both with another certificate, and one more host.
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import * as inferentia from "pulumi-ecs-inferentia";

const isLater = new pulumi.Config().getBoolean("later") === true;

const certificates = ["example.com", "example.org"].map(
    (domainName) => new aws.acm.Certificate(domainName, { domainName, validationMethod: "DNS" }).arn,
);
const [first, second] = certificates as [pulumi.Output<string>, pulumi.Output<string>];

const cluster = new inferentia.Cluster("ml", { instanceType: "inf1.6xlarge", maxSize: 4 });
const front = new inferentia.LoadBalancer("front", {
    certificateArn: isLater ? second : first,
    additionalCertificateArns: isLater ? [first] : [],
});
const edge = new inferentia.LoadBalancer("edge", {
    loadBalancerType: "network",
    certificateArn: isLater ? second : first,
});

const container = { name: "bert", image: "bert:1", portMappings: [{ containerPort: 8500, hostPort: 8500 }] };
const bert = new inferentia.TaskDefinition("bert", {
    pool: cluster.pool,
    visibleDevices: "0",
    containers: [container],
});
const grpc = new inferentia.Route("grpc", {
    loadBalancer: front,
    task: bert,
    container: "bert",
    port: 8500,
    protocol: "GRPC",
    hosts: ["grpc.example.com", ...(isLater ? ["grpc.example.org"] : [])],
});
const tls = new inferentia.Route("tls", {
    loadBalancer: edge,
    task: bert,
    container: "bert",
    port: 8500,
    protocol: "TLS",
    listenerPort: 443,
});
new inferentia.Service("bert", { task: bert, routes: [grpc, tls] });

const ofTasks = new aws.ec2.SecurityGroup("tasks", { vpcId: cluster.vpcId as pulumi.Output<string> });
const resnet = new inferentia.TaskDefinition("resnet", {
    pool: cluster.pool,
    visibleDevices: "1",
    networkMode: "awsvpc",
    containers: [{ name: "resnet", image: "resnet:1", portMappings: [{ containerPort: 8080 }] }],
});
const own = new inferentia.Route("resnet", {
    loadBalancer: front,
    task: resnet,
    container: "resnet",
    port: 8080,
    hosts: ["resnet.example.com"],
    healthCheck: { server: "torchserve" },
    securityGroupIds: [ofTasks.id],
});
new inferentia.Service("resnet", {
    task: resnet,
    routes: [own],
    networkConfiguration: { subnets: cluster.subnetIds, securityGroups: [ofTasks.id] },
});
