import * as pulumi from "@pulumi/pulumi";
import { Subnet, Vpc } from "@pulumi/aws/ec2";
import * as inferentia from "pulumi-ecs-inferentia";

const config = new pulumi.Config();

function network(name: string, at: number) {
    const vpc = new Vpc(name, { cidrBlock: `10.${at}.0.0/16` });
    const subnet = new Subnet(name, {
        vpcId: vpc.id,
        cidrBlock: `10.${at}.0.0/24`,
        availabilityZone: "us-east-1a",
    });
    return { vpcId: vpc.id, subnetIds: [subnet.id] };
}
const networks = { one: network("one", 0), other: network("other", 1) };

const cluster = new inferentia.Cluster("ml", {
    instanceType: "inf1.xlarge",
    // Instances run all the time, and so hold their security group.
    minSize: 1,
    ...networks[config.require<keyof typeof networks>("network")],
    ...config.getObject<Partial<inferentia.ClusterArgs>>("given"),
});
if (config.getBoolean("service")) {
    const bert = new inferentia.TaskDefinition("bert", {
        pool: cluster.pool,
        containers: [{ name: "bert", image: "bert:1" }],
    });
    new inferentia.Service("bert", { task: bert.task });
}
