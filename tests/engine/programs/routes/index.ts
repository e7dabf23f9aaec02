// Services behind one load balancer: two, or the second alone with another port and another host.
import * as pulumi from "@pulumi/pulumi";
import * as inferentia from "pulumi-ecs-inferentia";

const isLater = new pulumi.Config().getBoolean("later") === true;

const cluster = new inferentia.Cluster("ml", { instanceType: "inf1.6xlarge", maxSize: 4 });
const front = new inferentia.LoadBalancer("front", { protocol: "HTTP" });

for (const [index, name] of (isLater ? ["resnet"] : ["bert", "resnet"]).entries()) {
    const port = isLater ? 8080 : 8501;
    const { task } = new inferentia.TaskDefinition(name, {
        pool: cluster.pool,
        visibleDevices: isLater ? "1" : String(index),
        containers: [{ name: "model", image: "model:1", portMappings: [{ containerPort: port }] }],
    });
    const route = new inferentia.Route(name, {
        loadBalancer: front,
        task,
        container: "model",
        port,
        hosts: [`${name}.example.${isLater ? "org" : "com"}`],
        healthCheck: { server: "torchserve" },
    });
    new inferentia.Service(name, { task, routes: [route] });
}
