import { readFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import { Group } from "@pulumi/aws/autoscaling/group";
import { LaunchTemplate } from "@pulumi/aws/ec2/launchTemplate";
import { CapacityProvider } from "@pulumi/aws/ecs/capacityProvider";
import { Cluster } from "@pulumi/aws/ecs/cluster";
import { Service } from "@pulumi/aws/ecs/service";
import { TaskDefinition } from "@pulumi/aws/ecs/taskDefinition";

const { containerDefinitions } = JSON.parse(readFileSync(process.env["TASK_DEFINITION"] ?? "", "utf8")) as {
    containerDefinitions: object[];
};
const wrong = new Set((process.env["WRONG"] ?? "").split(","));

const cluster = new Cluster("cluster");
const template = new LaunchTemplate("instances", {
    instanceType: "inf1.xlarge",
    imageId: `resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2/inf/${wrong.has("release") ? "recommended" : "amzn2-ami-ecs-inf-hvm-2.0.20220822-x86_64-ebs"}/image_id`,
    metadataOptions: { httpTokens: wrong.has("imds") ? "optional" : "required", httpPutResponseHopLimit: 2 },
    userData: cluster.name.apply((name) =>
        Buffer.from(
            `#!/bin/bash\necho ECS_CLUSTER=${name} ${wrong.has("user-data") ? ">" : ">>"} /etc/ecs/ecs.config\n`,
        ).toString("base64"),
    ),
});
const group = new Group("instances", {
    minSize: 0,
    maxSize: 2,
    availabilityZones: ["us-east-1a"],
    launchTemplate: { id: template.id, version: pulumi.interpolate`${template.latestVersion}` },
});
const pool = new CapacityProvider("pool", { autoScalingGroupProvider: { autoScalingGroupArn: group.arn } });
const task = new TaskDefinition("task", {
    family: "wrong-stack",
    containerDefinitions: JSON.stringify(containerDefinitions),
    volumes: [{ name: "sock", hostPath: "/tmp/sock" }],
});

const distinct = { type: "distinctInstance" };
new Service("on-capacity", {
    cluster: cluster.arn,
    taskDefinition: task.arn,
    desiredCount: 1,
    capacityProviderStrategies: [{ capacityProvider: pool.name, weight: 1 }],
    placementConstraints: wrong.has("distinct") ? [] : [distinct],
});
if (wrong.has("unplaced")) {
    new Service("anywhere", {
        cluster: cluster.arn,
        taskDefinition: task.arn,
        desiredCount: 1,
        launchType: "EC2",
        placementConstraints: [distinct],
    });
}
if (wrong.has("fargate")) {
    new Service("on-fargate", {
        cluster: cluster.arn,
        taskDefinition: task.arn,
        desiredCount: 1,
        launchType: "FARGATE",
    });
}
