import { instance, launchTemplate } from "./bases/launch-template";
import { launching, stack } from "./bases/stack";
import type { Example } from "./example";

export const neuronInstanceImdsv2Examples: readonly Example[] = [
    {
        title: "IMDSv2 is optional",
        base: launchTemplate,
        changes: [{ set: `${instance}.MetadataOptions.HttpTokens`, to: "optional" }],
        findings: [
            {
                resource: "LaunchTemplate",
                path: "metadataOptions.httpTokens",
                message:
                    'launch template "LaunchTemplate" launches Neuron instances and lets IMDSv1 in; it must ' +
                    'require IMDSv2: set httpTokens to "required"',
            },
        ],
    },
    {
        title: "IMDSv2 is optional on Trainium",
        base: launchTemplate,
        changes: [
            { set: `${instance}.InstanceType`, to: "trn1.2xlarge" },
            { set: `${instance}.MetadataOptions.HttpTokens`, to: "optional" },
        ],
        findings: [
            {
                resource: "LaunchTemplate",
                path: "metadataOptions.httpTokens",
                message:
                    'launch template "LaunchTemplate" launches Neuron instances and lets IMDSv1 in; it must ' +
                    'require IMDSv2: set httpTokens to "required"',
            },
        ],
    },
    {
        title: "nothing is said of IMDSv2",
        base: launchTemplate,
        changes: [{ remove: `${instance}.MetadataOptions` }],
        findings: [
            {
                resource: "LaunchTemplate",
                path: "metadataOptions.httpTokens",
                message:
                    'launch template "LaunchTemplate" launches Neuron instances and leaves httpTokens to the image ' +
                    'and the account; it must require IMDSv2: set httpTokens to "required"',
            },
        ],
    },
    {
        title: "IMDSv2 is optional, and only the group names Inf1",
        base: stack,
        changes: [
            { remove: `${instance}.InstanceType` },
            { set: `${instance}.MetadataOptions.HttpTokens`, to: "optional" },
            ...launching("inf1.xlarge", "inf1.2xlarge"),
            { remove: "Resources.Inf1Capacity" },
            { remove: "Resources.ClusterCapacity" },
            { remove: "Resources.TaskDefinition" },
            { remove: "Resources.Service" },
        ],
        findings: [
            {
                resource: "LaunchTemplate",
                path: "metadataOptions.httpTokens",
                message:
                    'launch template "LaunchTemplate" launches Neuron instances and lets IMDSv1 in; it must ' +
                    'require IMDSv2: set httpTokens to "required"',
            },
        ],
    },
    {
        title: "a launch configuration leaves IMDSv2 optional",
        base: launchTemplate,
        changes: [
            { remove: "Resources.LaunchTemplate" },
            {
                set: "Resources.LaunchConfiguration",
                to: {
                    Type: "AWS::AutoScaling::LaunchConfiguration",
                    Properties: {
                        ImageId:
                            "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2/inf/amzn2-ami-ecs-inf-hvm-2.0.20220822-x86_64-ebs/image_id",
                        InstanceType: "inf1.xlarge",
                        MetadataOptions: { HttpTokens: "optional" },
                        UserData: {
                            "Fn::Base64": {
                                "Fn::Sub": "#!/bin/bash\necho ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config\n",
                            },
                        },
                    },
                },
            },
        ],
        findings: [
            {
                resource: "LaunchConfiguration",
                path: "metadataOptions.httpTokens",
                message:
                    'launch template "LaunchConfiguration" launches Neuron instances and lets IMDSv1 in; it must ' +
                    'require IMDSv2: set httpTokens to "required"',
            },
        ],
    },
    { title: "IMDSv2 is required", base: launchTemplate, changes: [], findings: [] },
    {
        title: "the metadata service is off",
        base: launchTemplate,
        changes: [
            { remove: `${instance}.MetadataOptions.HttpTokens` },
            {
                remove: `${instance}.MetadataOptions.HttpPutResponseHopLimit`,
            },
            { set: `${instance}.MetadataOptions.HttpEndpoint`, to: "disabled" },
        ],
        findings: [],
    },
    {
        title: "IMDSv2 is optional, but the instances are not Inf1",
        base: launchTemplate,
        changes: [
            { set: `${instance}.InstanceType`, to: "m5.large" },
            { set: `${instance}.MetadataOptions.HttpTokens`, to: "optional" },
            {
                remove: `${instance}.MetadataOptions.HttpPutResponseHopLimit`,
            },
        ],
        findings: [],
    },
];
