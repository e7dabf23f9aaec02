import { instance, launchTemplate } from "./bases/launch-template";
import { stack } from "./bases/stack";
import type { Example } from "./example";

export const neuronDriverSupportsRuntimeExamples: readonly Example[] = [
    {
        title: "the image is the recommended one",
        base: stack,
        changes: [
            {
                set: `${instance}.ImageId`,
                to: "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2/inf/recommended/image_id",
            },
        ],
        findings: [
            {
                resource: "LaunchTemplate",
                path: "imageId",
                message:
                    'launch template "LaunchTemplate" takes its image from ' +
                    '"/aws/service/ecs/optimized-ami/amazon-linux-2/inf/recommended/image_id", whose Neuron driver ' +
                    "no longer supports Runtime 1.x (release 20220831 and later), as far as the stack shows it, " +
                    'but "TaskDefinition" runs neuron-rtd: take the image from ' +
                    "/aws/service/ecs/optimized-ami/amazon-linux-2/inf/amzn2-ami-ecs-inf-hvm-2.0.20220822-x86_64-ebs, " +
                    "or move to Runtime 2.x",
            },
        ],
    },
    {
        title: "the image is a Neuron AMI",
        base: stack,
        changes: [
            {
                set: `${instance}.ImageId`,
                to: "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/neuron/recommended/image_id",
            },
        ],
        findings: [
            {
                resource: "LaunchTemplate",
                path: "imageId",
                message:
                    'launch template "LaunchTemplate" takes its image from ' +
                    '"/aws/service/ecs/optimized-ami/amazon-linux-2023/neuron/recommended/image_id", whose Neuron ' +
                    "driver no longer supports Runtime 1.x (release 20220831 and later), as far as the stack shows " +
                    'it, but "TaskDefinition" runs neuron-rtd: take the image from ' +
                    "/aws/service/ecs/optimized-ami/amazon-linux-2/inf/amzn2-ami-ecs-inf-hvm-2.0.20220822-x86_64-ebs, " +
                    "or move to Runtime 2.x",
            },
        ],
    },
    {
        title: "the image is the first release without Runtime 1.x",
        base: stack,
        changes: [
            {
                set: `${instance}.ImageId`,
                to: "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2/inf/amzn2-ami-ecs-inf-hvm-2.0.20220831-x86_64-ebs/image_id",
            },
        ],
        findings: [
            {
                resource: "LaunchTemplate",
                path: "imageId",
                message:
                    'launch template "LaunchTemplate" takes its image from ' +
                    '"/aws/service/ecs/optimized-ami/amazon-linux-2/inf/amzn2-ami-ecs-inf-hvm-2.0.20220831-x86_64-ebs/image_id", ' +
                    "whose Neuron driver no longer supports Runtime 1.x (release 20220831 and later), as far as " +
                    'the stack shows it, but "TaskDefinition" runs neuron-rtd: take the image from ' +
                    "/aws/service/ecs/optimized-ami/amazon-linux-2/inf/amzn2-ami-ecs-inf-hvm-2.0.20220822-x86_64-ebs, " +
                    "or move to Runtime 2.x",
            },
        ],
    },
    {
        title: "no service ties the task definition to the launch template",
        base: stack,
        changes: [
            {
                set: `${instance}.ImageId`,
                to: "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2/inf/recommended/image_id",
            },
            { remove: "Resources.Instances" },
            { remove: "Resources.Inf1Capacity" },
            { remove: "Resources.ClusterCapacity" },
            { remove: "Resources.Service" },
        ],
        findings: [
            {
                resource: "LaunchTemplate",
                path: "imageId",
                message:
                    'launch template "LaunchTemplate" takes its image from ' +
                    '"/aws/service/ecs/optimized-ami/amazon-linux-2/inf/recommended/image_id", whose Neuron driver ' +
                    "no longer supports Runtime 1.x (release 20220831 and later), as far as the stack shows it, " +
                    'but "TaskDefinition" runs neuron-rtd: take the image from ' +
                    "/aws/service/ecs/optimized-ami/amazon-linux-2/inf/amzn2-ami-ecs-inf-hvm-2.0.20220822-x86_64-ebs, " +
                    "or move to Runtime 2.x",
            },
        ],
    },
    { title: "the image is the last release with Runtime 1.x", base: stack, changes: [], findings: [] },
    {
        title: "no task in the stack has a sidecar",
        base: launchTemplate,
        changes: [
            {
                set: `${instance}.ImageId`,
                to: "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2/inf/recommended/image_id",
            },
        ],
        findings: [],
    },
];
