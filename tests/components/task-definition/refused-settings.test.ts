import { refuses, withContainer } from "./harness";

const sidecar = { name: "logs", image: "logs:1", memory: 64 };
const path = "an absolute path of letters, digits and any of . _ -, without a slash at its end";
const command = "a list that begins with CMD or CMD-SHELL and goes on with the command, or is NONE alone";
const only = "is given, but ECS takes it in network mode";
const role = "arn:aws:iam::123456789012:role/a";

describe("TaskDefinition, before it registers a child, with ports and networks", () => {
    refuses([
        [
            "a port mapping without a port",
            withContainer({ portMappings: [{}] }),
            [
                "containers[0].portMappings[0].containerPort is missing; give the port in the container, or " +
                    "containerPortRange",
            ],
        ],
        [
            "a port and a range",
            withContainer({ portMappings: [{ containerPort: 80, containerPortRange: "80-90" }] }),
            [
                "containers[0].portMappings[0].containerPortRange is given together with " +
                    "containers[0].portMappings[0].containerPort; give only one of the two",
            ],
        ],
        [
            "a container port out of range",
            withContainer({ portMappings: [{ containerPort: 0 }] }),
            ["containers[0].portMappings[0].containerPort is 0, but must be a whole number from 1 to 65535"],
        ],
        [
            "a port of the container agent",
            withContainer({ portMappings: [{ containerPort: 80, hostPort: 51678 }] }),
            ["containers[0].portMappings[0].hostPort is 51678, which the instance itself uses; choose another, or 0"],
        ],
        [
            "one host port in two containers",
            {
                ...withContainer({ portMappings: [{ containerPort: 80, hostPort: 80 }] }),
                sidecars: [{ ...sidecar, portMappings: [{ containerPort: 81, hostPort: 80 }] }],
            },
            [
                "sidecars[0].portMappings[0].hostPort is 80, which another port mapping of this task takes; choose " +
                    "another, or 0",
            ],
        ],
        [
            "another host port in network mode awsvpc",
            { ...withContainer({ portMappings: [{ containerPort: 80, hostPort: 81 }] }), networkMode: "awsvpc" },
            [
                "containers[0].portMappings[0].hostPort is 81, but in network mode awsvpc it must be containerPort, which " +
                    "is 80; leave it out",
            ],
        ],
        [
            "another protocol",
            withContainer({ portMappings: [{ containerPort: 80, protocol: "http" }] }),
            ['containers[0].portMappings[0].protocol is "http", but must be one of tcp, udp'],
        ],
        [
            "a network mode that cannot be reached",
            { networkMode: "none" },
            ['networkMode is "none", but must be one of bridge, host, awsvpc'],
        ],
        [
            "what ECS does not take in network mode awsvpc",
            { ...withContainer({ hostname: "bert" }), neuronRtd: { links: ["bert"] }, networkMode: "awsvpc" },
            [
                `containers[0].hostname ${only} bridge or host only; leave it out`,
                `neuronRtd.links ${only} bridge only; leave it out`,
            ],
        ],
    ]);
});

describe("TaskDefinition, before it registers a child, with volumes and the order of containers", () => {
    refuses([
        [
            "a mount of no volume",
            withContainer({ mountPoints: [{ sourceVolume: "models", containerPath: "/models" }] }),
            ['containers[0].mountPoints[0].sourceVolume is "models", but must be one of volumes; add it there'],
        ],
        [
            "a mount of a volume whose name is mistyped",
            {
                ...withContainer({ mountPoints: [{ sourceVolume: "modles", containerPath: "/models" }] }),
                volumes: [{ name: "models" }],
            },
            [
                'containers[0].mountPoints[0].sourceVolume is "modles" (did you mean models?), but must be one of ' +
                    "volumes; add it there",
            ],
        ],
        [
            "what Docker Compose calls ports and environment",
            withContainer({ ports: [{ containerPort: 8501 }], env: [] }),
            [
                "containers[0].ports is not an argument of a model container (did you mean portMappings?); leave it out",
                "containers[0].env is not an argument of a model container (did you mean environment?); leave it out",
            ],
        ],
        [
            "an instance type that there is not",
            { instanceType: "inf1.large" },
            [
                'instanceType is "inf1.large" (did you mean inf1.xlarge?), but must be one of inf1.xlarge, inf1.2xlarge, ' +
                    "inf1.6xlarge, inf1.24xlarge, inf2.xlarge, inf2.8xlarge, inf2.24xlarge, inf2.48xlarge",
            ],
        ],
        [
            "a mount of the daemon's socket",
            withContainer({ mountPoints: [{ sourceVolume: "sock", containerPath: "/own" }] }),
            [
                'containers[0].mountPoints[0].sourceVolume is "sock", the volume of the daemon\'s socket, which the ' +
                    "component mounts; leave it out",
            ],
        ],
        [
            "a mount in the socket's place",
            {
                ...withContainer({ mountPoints: [{ sourceVolume: "models", containerPath: "/sock" }] }),
                volumes: [{ name: "models" }],
            },
            [
                'containers[0].mountPoints[0].containerPath is "/sock", where the component mounts the daemon\'s socket; ' +
                    "choose another, or neuronRtd.socket.containerPath",
            ],
        ],
        [
            "a volume with the name of the socket's",
            { volumes: [{ name: "sock" }] },
            ['volumes[0].name is "sock", which the volume of the daemon\'s socket has; choose another'],
        ],
        [
            "two volumes of one name",
            { volumes: [{ name: "models" }, { name: "models" }] },
            ['volumes[1].name is "models", which another volume has; choose another'],
        ],
        [
            "a volume of two kinds",
            { volumes: [{ name: "models", host: { sourcePath: "/models" }, configuredAtLaunch: true }] },
            ["volumes[0].configuredAtLaunch is given together with volumes[0].host; give only one of the two"],
        ],
        [
            "a volume of Windows",
            { volumes: [{ name: "models", fsxWindowsFileServerVolumeConfiguration: {} }] },
            [
                "volumes[0].fsxWindowsFileServerVolumeConfiguration must not be given: Neuron has no driver for Windows; " +
                    "take a volume of another kind",
            ],
        ],
        [
            "a container that waits for none of the task's",
            withContainer({ dependsOn: [{ containerName: "fetch", condition: "SUCCESS" }] }),
            ['containers[0].dependsOn[0].containerName is "fetch", but must be a container of this task; correct it'],
        ],
        [
            "a model container that waits for the daemon itself",
            withContainer({ dependsOn: [{ containerName: "neuron-rtd", condition: "START" }] }),
            [
                'containers[0].dependsOn[0].containerName is "neuron-rtd", for which the component lets model containers ' +
                    "wait; leave it out",
            ],
        ],
        [
            "containers that wait for each other",
            {
                ...withContainer({ dependsOn: [{ containerName: "logs", condition: "START" }] }),
                sidecars: [{ ...sidecar, dependsOn: [{ containerName: "bert", condition: "START" }] }],
            },
            [
                'containers[0].dependsOn[0].containerName is "logs", which waits for this container, so that neither ' +
                    "starts; leave one out",
                'sidecars[0].dependsOn[0].containerName is "bert", which waits for this container, so that neither starts; ' +
                    "leave one out",
            ],
        ],
        [
            "a container that waits for the health of one that has no check",
            {
                ...withContainer({ dependsOn: [{ containerName: "logs", condition: "HEALTHY" }] }),
                sidecars: [sidecar],
            },
            [
                'containers[0].dependsOn[0].condition is "HEALTHY", but "logs" has no healthCheck; give it one, or wait for ' +
                    "its START",
            ],
        ],
        [
            "a health check that does not say how it is run",
            { neuronRtd: { healthCheck: { command: ["test", "-S"] } } },
            [`neuronRtd.healthCheck.command is a list that does not say how it is run, but must be ${command}`],
        ],
        [
            "a relative socket path",
            { neuronRtd: { socket: { containerPath: "sock" } } },
            [`neuronRtd.socket.containerPath is "sock", but must be ${path}`],
        ],
        [
            "a socket path that a shell would take apart",
            { neuronRtd: { socket: { containerPath: "/a;b" } } },
            [`neuronRtd.socket.containerPath is "/a;b", but must be ${path}`],
        ],
        [
            "a host path with a slash at its end",
            { neuronRtd: { socket: { hostPath: "/tmp/sock/" } } },
            ['neuronRtd.socket.hostPath is "/tmp/sock/", but must be an absolute path without a slash at its end'],
        ],
        [
            "an own image of the daemon and a version",
            { neuronRtd: { image: "own", version: "1" } },
            ["neuronRtd.image is given together with neuronRtd.version; give only one of the two"],
        ],
    ]);
});

describe("TaskDefinition, before it registers a child, with arguments that it does not know or that it owns", () => {
    refuses([
        [
            "an unknown argument, with the nearest name",
            { logRetentionDays: 30 },
            ["logRetentionDays is not an argument of TaskDefinition (did you mean logRetentionInDays?); leave it out"],
        ],
        [
            "an unknown argument of a container",
            withContainer({ enviroment: [] }),
            [
                "containers[0].enviroment is not an argument of a model container (did you mean environment?); leave it out",
            ],
        ],
        [
            "an unknown argument deep inside",
            withContainer({ linuxParameters: { capabilities: { adds: [] } } }),
            [
                "containers[0].linuxParameters.capabilities.adds is not an argument of the capabilities of a container (did " +
                    "you mean add?); leave it out",
            ],
        ],
        [
            "a list where an object belongs",
            { neuronRtd: [] },
            ["neuronRtd is a list, but must be the daemon, an object"],
        ],
        [
            "an object where a list belongs",
            withContainer({ environment: { LEVEL: "info" } }),
            ["containers[0].environment is an object, but must be a list of environment variables, each {name, value}"],
        ],
        [
            "what the component decides of the daemon",
            { neuronRtd: { command: ["neuron-rtd"], user: "1000", linuxParameters: { capabilities: {} } } },
            [
                "neuronRtd.command must not be given: the component starts the daemon on the socket; give socket",
                "neuronRtd.user must not be given: the daemon needs its capabilities, which only root keeps",
                "neuronRtd.linuxParameters.capabilities must not be given: the component gives the daemon the two that it " +
                    "needs; leave it out",
            ],
        ],
        [
            "devices that ECS would assign",
            withContainer({ resourceRequirements: [{ type: "NeuronDevice", value: "ALL" }] }),
            [
                "containers[0].resourceRequirements must not be given: the component gives containers their Neuron devices, " +
                    "and the instances have no other kind",
            ],
        ],
        [
            "Fargate's storage",
            { ephemeralStorage: { sizeInGiB: 30 } },
            [
                "ephemeralStorage must not be given: it is Fargate's; on EC2 containers write to the instance's root volume, " +
                    "whose size its pool gives",
            ],
        ],
        [
            "another platform than the instances'",
            { runtimePlatform: { cpuArchitecture: "ARM64" } },
            ['runtimePlatform.cpuArchitecture is "ARM64", but must be one of X86_64'],
        ],
        [
            "a family with a slash",
            { family: "a/b" },
            ['family is "a/b", but must be 1 to 255 letters, digits, hyphens and underscores'],
        ],
    ]);
});

describe("TaskDefinition, before it registers a child, with roles and logs", () => {
    refuses([
        [
            "a role that is no ARN",
            { executionRoleArn: "role" },
            ['executionRoleArn is "role", but must be the ARN of an IAM role'],
        ],
        [
            "a task role, and what one would be made for",
            {
                taskRoleArn: role,
                taskRolePolicyArns: ["arn:aws:iam::aws:policy/A"],
                taskRoleStatements: [{ actions: ["s3:GetObject"], resources: ["*"] }],
                executeCommand: true,
            },
            [
                "taskRoleArn is given together with taskRolePolicyArns; give only one of the two",
                "taskRoleArn is given together with taskRoleStatements; give only one of the two",
                "taskRoleArn is given together with executeCommand; give only one of the two",
            ],
        ],
        [
            "an execution role, and statements for one",
            { executionRoleArn: role, executionRoleStatements: [{ actions: ["kms:Decrypt"], resources: ["*"] }] },
            ["executionRoleArn is given together with executionRoleStatements; give only one of the two"],
        ],
        [
            "an execution role, and keys and prefixes for one",
            {
                executionRoleArn: role,
                secretsKmsKeyArns: ["arn:aws:kms:us-east-1:123456789012:key/0"],
                pullThroughCachePrefixes: ["hub"],
            },
            [
                "executionRoleArn is given together with secretsKmsKeyArns; give only one of the two",
                "executionRoleArn is given together with pullThroughCachePrefixes; give only one of the two",
            ],
        ],
        [
            "keys that are no ARNs, and a prefix with a slash at its end",
            { secretsKmsKeyArns: ["alias/own"], logKmsKeyArn: "alias/own", pullThroughCachePrefixes: ["hub/"] },
            [
                'secretsKmsKeyArns[0] is "alias/own", but must be the ARN of a KMS key',
                'pullThroughCachePrefixes[0] is "hub/", but must be a repository prefix, without a slash at its end',
                'logKmsKeyArn is "alias/own", but must be the ARN of a KMS key',
            ],
        ],
        [
            "a key for logs that are none",
            { logging: false, logKmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/0" },
            ["logKmsKeyArn is given together with logging; give only one of the two"],
        ],
        [
            "a statement without actions",
            { taskRoleStatements: [{ resources: ["*"] }] },
            ["taskRoleStatements[0].actions is missing; give what is allowed"],
        ],
        [
            "a key of sessions that there are none of",
            { executeCommandKmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/0" },
            [
                "executeCommandKmsKeyArn is given, although executeCommand is not; give executeCommand: true, or leave it " +
                    "out",
            ],
        ],
        [
            "a log group that is not made",
            { logging: false, logGroupName: "/own" },
            ["logGroupName is given together with logging; give only one of the two"],
        ],
        [
            "a retention that CloudWatch Logs does not know",
            { logRetentionInDays: 31 },
            [
                "logRetentionInDays is 31, but must be one of 0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, " +
                    "731, 1096, 1827, 2192, 2557, 2922, 3288, 3653 days (0 keeps for ever)",
            ],
        ],
    ]);
});
