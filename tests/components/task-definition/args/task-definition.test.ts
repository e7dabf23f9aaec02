import { refuses } from "../harness";

describe("TaskDefinition, before it registers a child, with arguments of its own", () => {
    refuses([
        [
            "no container",
            { containers: [] },
            ["containers is empty, but must be a list with at least one model container"],
        ],
        [
            "a missing list of containers",
            { containers: undefined },
            ["containers is missing; give at least one model container"],
        ],
        ["another runtime", { runtime: "cuda" }, ['runtime is "cuda", but must be one of neuron-rtd, libnrt']],
        [
            "an instance type that has no Inferentia chip",
            { instanceType: "m5.xlarge" },
            [
                'instanceType is "m5.xlarge", but must be one of inf1.xlarge, inf1.2xlarge, inf1.6xlarge, inf1.24xlarge, ' +
                    "inf2.xlarge, inf2.8xlarge, inf2.24xlarge, inf2.48xlarge",
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
            "a pool that its cluster does not have",
            { pool: {} },
            [
                "pool is missing; give that of a Cluster: pool where it has one pool, pools.NAME " +
                    "where it has several",
            ],
        ],
        ["devices that are no string", { visibleDevices: 0 }, ["visibleDevices is a number, but must be a string"]],
        [
            "a network mode that cannot be reached",
            { networkMode: "none" },
            ['networkMode is "none", but must be one of bridge, host, awsvpc'],
        ],
        [
            "CPU units that are no text of ECS's",
            { cpu: "1 vCPU" },
            ['cpu is "1 vCPU", but must be a string with a whole number of CPU units, such as 4096'],
        ],
        [
            "a family with a slash",
            { family: "a/b" },
            ['family is "a/b", but must be 1 to 255 letters, digits, hyphens and underscores'],
        ],
        [
            "an unknown argument, with the nearest name",
            { logRetentionDays: 30 },
            ["logRetentionDays is not an argument of TaskDefinition (did you mean logRetentionInDays?); leave it out"],
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
            "a role that is no ARN",
            { executionRoleArn: "role" },
            ['executionRoleArn is "role", but must be the ARN of an IAM role'],
        ],
        [
            "a boundary that is no policy",
            { permissionsBoundary: "arn:aws:iam::123456789012:role/own" },
            ['permissionsBoundary is "arn:aws:iam::123456789012:role/own", but must be the ARN of an IAM policy'],
        ],
        [
            "a log group of sessions by its name",
            { executeCommand: true, executeCommandLogGroupArn: "/sessions" },
            ['executeCommandLogGroupArn is "/sessions", but must be the ARN of a log group'],
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
    ]);
});
