import * as pulumi from "@pulumi/pulumi";
import * as inferentia from "pulumi-ecs-inferentia";

const config = new pulumi.Config();
const image = config.require("image");

const cluster = new inferentia.Cluster("ml", { instanceType: "inf2.xlarge", maxSize: 6 });
const front = new inferentia.LoadBalancer("front", { certificateArn: config.require("certificateArn") });

for (const [model, hostPort] of Object.entries({ bert: 8080, resnet: 8081 })) {
    const task = new inferentia.TaskDefinition(model, {
        pool: cluster.pool,
        takesInstance: true,
        containers: [{ name: model, image, portMappings: [{ containerPort: 8080, hostPort }] }],
    });
    const route = new inferentia.Route(model, {
        loadBalancer: front,
        task,
        container: model,
        port: 8080,
        hosts: [`${model}.example.com`],
        healthCheck: { server: inferentia.ModelServer.Torchserve, readyWithin: 900 },
    });
    const service = new inferentia.Service(model, { task, routes: [route], ignoreDesiredCount: true });
    new inferentia.Scaling(model, {
        service,
        min: 1,
        max: 2,
        route,
        requestsPerTarget: 600,
        schedule: [
            { cron: "0 7 ? * MON-FRI *", timeZone: "Europe/Berlin", min: 2 },
            { cron: "0 19 ? * MON-FRI *", timeZone: "Europe/Berlin", min: 1 },
        ],
    });
}

export const dnsName = front.dnsName;
