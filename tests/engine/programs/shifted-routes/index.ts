import * as pulumi from "@pulumi/pulumi";
import * as inferentia from "pulumi-ecs-inferentia";

const config = new pulumi.Config();

const cluster = new inferentia.Cluster("ml", { instanceType: "inf1.xlarge", maxSize: 4 });
export const { clusterName } = cluster;

const bert = new inferentia.TaskDefinition("bert", {
    pool: cluster.pool,
    containers: [{ name: "bert", image: config.require("image"), portMappings: [{ containerPort: 8501 }] }],
});
const front = new inferentia.LoadBalancer("front", { protocol: "HTTP" });
const route = new inferentia.Route("bert", {
    loadBalancer: front,
    task: bert,
    container: "bert",
    port: 8501,
    hosts: [config.require("host")],
    healthCheck: { server: "torchserve" },
    alternateTargetGroup: config.getBoolean("alternate") ?? true,
});
new inferentia.Service("bert", {
    task: bert,
    routes: [route],
    deploymentConfiguration: { strategy: config.get("strategy") ?? "CANARY" },
});
