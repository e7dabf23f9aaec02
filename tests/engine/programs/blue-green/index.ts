import * as pulumi from "@pulumi/pulumi";
import { Role } from "@pulumi/aws/iam/role";
import { Listener, LoadBalancer, TargetGroup } from "@pulumi/aws/lb";
import * as inferentia from "pulumi-ecs-inferentia";

const config = new pulumi.Config();

const cluster = new inferentia.Cluster("ml", { instanceType: "inf1.xlarge", maxSize: 4 });
export const { clusterName } = cluster;

const vpcId = cluster.vpcId as pulumi.Output<string>;
const blue = new TargetGroup("blue", { port: 8501, protocol: "TCP", vpcId });
const green = new TargetGroup("green", { port: 8501, protocol: "TCP", vpcId });
const balancer = new LoadBalancer("front", {
    internal: true,
    loadBalancerType: "network",
    subnets: cluster.subnetIds,
});
/** ECS swaps what its listeners forward to. */
const [production, test] = [blue, green].map(
    ({ arn: targetGroupArn }, index) =>
        new Listener(
            `front-${index}`,
            {
                loadBalancerArn: balancer.arn,
                port: 80 + index,
                protocol: "TCP",
                defaultActions: [{ type: "forward", targetGroupArn }],
            },
            { ignoreChanges: ["defaultActions"] },
        ),
) as [Listener, Listener];
const { arn: roleArn } = new Role("swap", {
    assumeRolePolicy: {
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ecs.amazonaws.com" } }],
    },
});

const bert = new inferentia.TaskDefinition("bert", {
    pool: cluster.pool,
    containers: [{ name: "bert", image: config.require("image"), portMappings: [{ containerPort: 8501 }] }],
});
new inferentia.Service("bert", {
    task: bert.task,
    deploymentConfiguration: { strategy: config.require("strategy") },
    ignoreLoadBalancers: config.getBoolean("ignoreLoadBalancers"),
    loadBalancers: [
        {
            // Once its listener is there.
            targetGroupArn: pulumi.all([blue.arn, production.arn]).apply(([arn]) => arn),
            containerName: "bert",
            containerPort: 8501,
            ...(config.require("strategy") !== "ROLLING" && {
                advancedConfiguration: {
                    alternateTargetGroupArn: green.arn,
                    productionListenerRule: production.arn,
                    testListenerRule: test.arn,
                    roleArn,
                },
            }),
        },
    ],
});
