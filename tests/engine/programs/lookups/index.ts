import * as pulumi from "@pulumi/pulumi";
import * as inferentia from "pulumi-ecs-inferentia";

const config = new pulumi.Config();

const release = config.get("amiRelease");
const amiSsmParameter = release
    ? `/aws/service/ecs/optimized-ami/amazon-linux-2/inf/amzn2-ami-ecs-inf-hvm-2.0.${release}-x86_64-ebs`
    : undefined;
const securityGroup = config.get("securityGroup");
const cluster = new inferentia.Cluster("ml", {
    instanceType: "inf1.xlarge",
    amiSsmParameter,
    instanceProfileArn: config.get("instanceProfile"),
    securityGroupIds: securityGroup === undefined ? undefined : [securityGroup],
});
if (config.getBoolean("service")) {
    const containers = [{ name: "bert", image: "bert:1" }];
    const { task } = new inferentia.TaskDefinition("bert", { pool: cluster.pool, containers });
    new inferentia.Service("bert", { task });
}
if (config.getBoolean("wrongTask")) {
    new inferentia.TaskDefinition("bert", { containers: [{ name: "bert", image: "bert:1", memory: 3 }] });
}
