import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import * as inferentia from "pulumi-ecs-inferentia";

const image = new pulumi.Config().require("image");

// A job that is not done within 15 minutes comes back; after the third time it is put aside for 14 days.
const dead = new aws.sqs.Queue("jobs-dead", { messageRetentionSeconds: 1_209_600, sqsManagedSseEnabled: true });
const jobs = new aws.sqs.Queue("jobs", {
    visibilityTimeoutSeconds: 900,
    receiveWaitTimeSeconds: 20,
    redrivePolicy: pulumi.jsonStringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: 3 }),
    sqsManagedSseEnabled: true,
});
new aws.sqs.RedriveAllowPolicy("jobs-dead", {
    queueUrl: dead.url,
    redriveAllowPolicy: pulumi.jsonStringify({ redrivePermission: "byQueue", sourceQueueArns: [jobs.arn] }),
});

const cluster = new inferentia.Cluster("ml", { instanceType: "inf2.xlarge", maxSize: 3 });

const worker = new inferentia.TaskDefinition("worker", {
    pool: cluster.pool,
    containers: [
        {
            name: "worker",
            image,
            memoryReservation: 8000,
            environment: [
                { name: "QUEUE_URL", value: jobs.url },
                { name: "AWS_DEFAULT_REGION", value: jobs.region },
            ],
            stopTimeout: 120,
        },
    ],
    taskRoleStatements: [{ actions: ["sqs:ReceiveMessage", "sqs:DeleteMessage"], resources: [jobs.arn] }],
});

// Jobs wait in the queue while a deployment stops a worker before it starts the next one.
const service = new inferentia.Service("worker", {
    task: worker.task,
    desiredCount: 0,
    ignoreDesiredCount: true,
    deploymentMinimumHealthyPercent: 0,
});

new inferentia.Scaling("worker", {
    service: service.service,
    min: 0,
    max: 3,
    backlogPerTask: { queueName: jobs.name, target: 10 },
});

export const queueUrl = jobs.url;
export const serviceName = service.serviceName;
