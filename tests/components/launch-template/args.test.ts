import { refuses } from "./right-launch";

describe("LaunchTemplate, of its arguments,", () => {
    refuses([
        [
            "no cluster",
            { clusterName: undefined },
            ["clusterName is missing; give the name of the ECS cluster that the instances join"],
        ],
        [
            "a cluster name that a shell would take apart",
            { clusterName: "a;b" },
            ['clusterName is "a;b", but must be 1 to 255 letters, digits, hyphens and underscores'],
        ],
        [
            "no instance profile",
            { instanceProfileArn: undefined },
            ["instanceProfileArn is missing; give the ARN of an instance profile"],
        ],
        [
            "a role in the instance profile's place",
            { instanceProfileArn: "arn:aws:iam::123456789012:role/ml" },
            [
                'instanceProfileArn is "arn:aws:iam::123456789012:role/ml", but must be the ARN of an IAM instance profile',
            ],
        ],
        [
            "no security group",
            { securityGroupIds: [] },
            ["securityGroupIds is empty, but must be a list with at least one security group id"],
        ],
        [
            "no security groups at all",
            { securityGroupIds: undefined },
            ["securityGroupIds is missing; give at least one security group"],
        ],
        ["what is no argument", { subnetIds: [] }, ["subnetIds is not an argument of LaunchTemplate; leave it out"]],
        [
            "a parameter name with a blank",
            { amiSsmParameter: "/my ami" },
            ['amiSsmParameter is "/my ami", but must be the name of a Systems Manager parameter'],
        ],
        [
            "an AMI id and a parameter",
            { amiId: "ami-01234567", amiSsmParameter: "/own/ami", amiResolution: "launch" },
            [
                "amiId is given together with amiSsmParameter; give only one of the two",
                "amiId is given together with amiResolution; give only one of the two",
            ],
        ],
        [
            "an AMI id that is none",
            { amiId: "ami-1" },
            ['amiId is "ami-1", but must be an AMI id: ami- and 8 or 17 hexadecimal digits'],
        ],
        [
            "another way to resolve",
            { amiResolution: "latest" },
            ['amiResolution is "latest", but must be one of deploy, launch'],
        ],
        [
            "user data that replaces the agent's configuration",
            { extraUserData: "echo ECS_CLUSTER=other > /etc/ecs/ecs.config" },
            ["extraUserData replaces /etc/ecs/ecs.config, which holds the cluster's name; append to it with >>"],
        ],
        [
            "user data that turns Inferentia support off",
            { extraUserData: "echo ECS_ENABLE_INF_SUPPORT=false >> /etc/ecs/ecs.config" },
            [
                "extraUserData turns ECS_ENABLE_INF_SUPPORT off, without which no task reaches a chip; leave that line out",
            ],
        ],
        [
            "user data that waits for the agent",
            { extraUserData: "systemctl start ecs" },
            [
                "extraUserData waits for ever for the ECS agent, which starts only after user data has ended; start it with " +
                    "systemctl --no-block, and wait for it in the background or in a unit",
            ],
        ],
        [
            "user data that makes Neuron's configuration that of Docker",
            { extraUserData: "cp /opt/aws/neuron/share/docker-daemon.json /etc/docker/daemon.json" },
            [
                "extraUserData makes Neuron's hook the runtime of every container, also of the ECS agent, which may then " +
                    "not start; leave /etc/docker/daemon.json as it is",
            ],
        ],
        [
            "user data with its own first line",
            { extraUserData: "#!/bin/sh\ntrue" },
            [
                "extraUserData starts a script or a MIME document of its own, but must be shell lines; leave out the first " +
                    "line",
            ],
        ],
    ]);
});
