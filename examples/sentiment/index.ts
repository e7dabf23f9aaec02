import * as pulumi from "@pulumi/pulumi";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as inferentia from "pulumi-ecs-inferentia";

const config = new pulumi.Config();
const client = config.get("clientCidrBlock");

const cluster = new inferentia.Cluster("ml", { instanceType: "inf2.xlarge" });

const sentiment = new inferentia.TaskDefinition("sentiment", {
    pool: cluster.pool,
    containers: [
        {
            name: "sentiment",
            image: config.require("image"),
            // AWS's image has PyTorch for Neuron and its compiler; the program comes from here.
            entryPoint: ["python3", "-c"],
            command: [readFileSync(join(__dirname, "serve.py"), "utf8")],
            environment: [{ name: "MODEL", value: config.require("model") }],
            memoryReservation: 10_000,
            portMappings: [{ containerPort: 8080 }],
        },
    ],
});

// HTTP encrypts nothing: for more than a trial, give a certificate and leave `protocol` out.
const front = new inferentia.LoadBalancer("front", {
    protocol: "HTTP",
    ...(client !== undefined && { internetFacing: true, allowedCidrBlocks: [client] }),
});
const route = new inferentia.Route("sentiment", {
    loadBalancer: front.loadBalancer,
    task: sentiment.task,
    container: "sentiment",
    port: 8080,
    // It listens once the model is compiled.
    healthCheck: { path: "/ping", readyWithin: 1200 },
});
const service = new inferentia.Service("sentiment", { task: sentiment.task, routes: [route.target] });

export const serviceName = service.serviceName;
export const logGroupName = sentiment.logGroupName;
export const url = pulumi.interpolate`http://${front.dnsName}`;
