import { instance, launchTemplate } from "./bases/launch-template";
import { stack } from "./bases/stack";
import type { Example } from "./example";

export const neuronAmiExamples: readonly Example[] = [
    {
        title: "the image has no Neuron driver",
        base: stack,
        changes: [
            {
                set: `${instance}.ImageId`,
                to: "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2/recommended/image_id",
            },
        ],
        findings: [
            {
                resource: "LaunchTemplate",
                path: "imageId",
                message:
                    'launch template "LaunchTemplate" launches Inf1 instances from the image of the parameter ' +
                    '"/aws/service/ecs/optimized-ami/amazon-linux-2/recommended/image_id", which is none of the ' +
                    "Inferentia or Neuron AMIs: take it from a parameter below " +
                    "/aws/service/ecs/optimized-ami/amazon-linux-2/inf or " +
                    "/aws/service/ecs/optimized-ami/amazon-linux-2023/neuron, for example " +
                    "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2/inf/recommended/image_id",
            },
        ],
    },
    {
        title: "no image is named",
        base: stack,
        changes: [{ remove: `${instance}.ImageId` }],
        findings: [
            {
                resource: "LaunchTemplate",
                path: "imageId",
                message:
                    'launch template "LaunchTemplate" launches Inf1 instances without naming an image: take it ' +
                    "from a parameter below /aws/service/ecs/optimized-ami/amazon-linux-2/inf or " +
                    "/aws/service/ecs/optimized-ami/amazon-linux-2023/neuron, for example " +
                    "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2/inf/recommended/image_id",
            },
        ],
    },
    {
        title: "only an AMI id is named",
        base: stack,
        changes: [{ set: `${instance}.ImageId`, to: "ami-0123456789abcdef0" }],
        findings: [
            {
                resource: "LaunchTemplate",
                path: "imageId",
                message:
                    'launch template "LaunchTemplate" launches Inf1 instances from an image of which the stack ' +
                    "shows the id only, and not that it is an Inferentia or Neuron AMI: take it from a parameter " +
                    "below /aws/service/ecs/optimized-ami/amazon-linux-2/inf or " +
                    "/aws/service/ecs/optimized-ami/amazon-linux-2023/neuron, for example " +
                    "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2/inf/recommended/image_id",
            },
        ],
    },
    {
        title: "instances of Inf2 are launched from an image without the driver",
        base: launchTemplate,
        changes: [
            { set: `${instance}.InstanceType`, to: "inf2.xlarge" },
            {
                set: `${instance}.ImageId`,
                to: "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id",
            },
        ],
        findings: [
            {
                resource: "LaunchTemplate",
                path: "imageId",
                message:
                    'launch template "LaunchTemplate" launches Neuron instances from the image of the parameter ' +
                    '"/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id", which is none of the ' +
                    "Inferentia or Neuron AMIs: take it from a parameter below " +
                    "/aws/service/ecs/optimized-ami/amazon-linux-2023/neuron, for example " +
                    "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/neuron/recommended/image_id",
            },
        ],
    },
    { title: "the image is an Inferentia AMI", base: stack, changes: [], findings: [] },
    {
        title: "instances of Inf2 are launched from an Inferentia AMI with the newer kernel",
        base: launchTemplate,
        changes: [
            { set: `${instance}.InstanceType`, to: "inf2.xlarge" },
            {
                set: `${instance}.ImageId`,
                to: "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2/kernel-5.10/inf/recommended/image_id",
            },
        ],
        findings: [],
    },
    {
        title: "the image is a Neuron AMI",
        base: launchTemplate,
        changes: [
            {
                set: `${instance}.ImageId`,
                to: "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/neuron/recommended/image_id",
            },
        ],
        findings: [],
    },
];
