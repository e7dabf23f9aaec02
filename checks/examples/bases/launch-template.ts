import { neuronRtdName } from "../../../contract";
import type { Base } from "../example";

/** A launch template of Inf1 instances that join a cluster, and nothing that runs on them. */
export const launchTemplate = {
    name: "a stack with a launch template only",
    roles: { model: "bert", sidecar: neuronRtdName },
    definition: {
        AWSTemplateFormatVersion: "2010-09-09",
        Parameters: { Subnets: { Type: "List<AWS::EC2::Subnet::Id>" } },
        Resources: {
            Cluster: { Type: "AWS::ECS::Cluster" },
            LaunchTemplate: {
                Type: "AWS::EC2::LaunchTemplate",
                Properties: {
                    LaunchTemplateData: {
                        ImageId:
                            "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2/inf/amzn2-ami-ecs-inf-hvm-2.0.20220822-x86_64-ebs/image_id",
                        InstanceType: "inf1.xlarge",
                        MetadataOptions: { HttpTokens: "required", HttpPutResponseHopLimit: 2 },
                        UserData: {
                            "Fn::Base64": {
                                "Fn::Sub": "#!/bin/bash\necho ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config\n",
                            },
                        },
                    },
                },
            },
        },
    },
} satisfies Base;

/** The path of what the launch template says of its instances. */
export const instance = "Resources.LaunchTemplate.Properties.LaunchTemplateData";
