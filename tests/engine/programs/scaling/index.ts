// Two services: one is scaled by what comes through a load balancer, one by a queue, from zero.
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import * as inferentia from "pulumi-ecs-inferentia";

const config = new pulumi.Config();
const image = config.get("image") ?? "model:1";

const cluster = new inferentia.Cluster("ml", { instanceType: "inf1.6xlarge", maxSize: 6 });

function taskOf(name: string, visibleDevices: string, port?: number): pulumi.Output<inferentia.TaskReference> {
    const portMappings = port === undefined ? [] : [{ containerPort: port }];
    const containers = [{ name: "model", image, portMappings }];
    return new inferentia.TaskDefinition(name, { pool: cluster.pool, visibleDevices, containers }).task;
}

const front = new inferentia.LoadBalancer("front", { protocol: "HTTP" });
const task = taskOf("bert", "0", 8080);
const route = new inferentia.Route("bert", {
    loadBalancer: front,
    task,
    container: "model",
    port: 8080,
    healthCheck: { server: "torchserve" },
});
const bert = new inferentia.Service("bert", { task, routes: [route], desiredCount: 1, ignoreDesiredCount: true });
new inferentia.Scaling("bert", {
    service: bert,
    min: config.getNumber("min") ?? 1,
    max: config.getNumber("max") ?? 3,
    requestsPerTarget: 600,
    route,
    cpu: 60,
    metric: { namespace: "own", metricName: "Waiting", dimensions: { Model: "bert" }, target: 0.5 },
    schedule: [
        { cron: "0 8 ? * MON-FRI *", timeZone: "Europe/Berlin", min: 2 },
        { cron: "0 20 ? * MON-FRI *", timeZone: "Europe/Berlin", min: 1 },
    ],
    tags: { model: "bert" },
});

const jobs = new aws.sqs.Queue("jobs");
const worker = new inferentia.Service("worker", {
    task: taskOf("worker", "1"),
    desiredCount: 0,
    ignoreDesiredCount: true,
});
new inferentia.Scaling("worker", {
    service: worker.service,
    min: 0,
    max: 3,
    backlogPerTask: { queueName: jobs.name, target: 5 },
});

export const clusterName = cluster.clusterName;
export const services = [bert.serviceName, worker.serviceName];
export const queueName = jobs.name;
