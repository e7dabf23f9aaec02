import assert from "node:assert/strict";
import { poolFields, type ClusterPool } from "../../../components/pool/args";
import { checkPool } from "../../../components/pool/check";
import { problemsOf, type ArgumentCheck } from "../../../components/validation/validate";

const check: ArgumentCheck<ClusterPool> = {
    fields: poolFields,
    together: (args, problems) => checkPool(args, "", problems),
};

function problems(args: Record<string, unknown>): string[] {
    return problemsOf("a pool", args, check).map(({ propertyPath, reason }) => `${propertyPath} ${reason}`);
}

const right = { instanceType: "inf1.xlarge" };
const inf1 = "inf1.xlarge, inf1.2xlarge, inf1.6xlarge, inf1.24xlarge";
const types = `${inf1}, inf2.xlarge, inf2.8xlarge, inf2.24xlarge, inf2.48xlarge`;
const role = "arn:aws:iam::123456789012:role/own";
const policy = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";

const taken: [string, object][] = [
    ["several types of one chip count", { instanceType: undefined, instanceTypes: ["inf1.xlarge", "inf1.2xlarge"] }],
    ["Inf2", { instanceType: "inf2.48xlarge" }],
    ["Inf2 with libnrt", { instanceType: "inf2.48xlarge", runtime: "libnrt" }],
    ["Inf1 with libnrt", { runtime: "libnrt" }],
    ["a range from 0 to 5000", { minSize: 0, maxSize: 5000 }],
    ["a base on demand and spot above it", { onDemandBaseCapacity: 1, onDemandPercentageAboveBaseCapacity: 0 }],
    [
        "the most IOPS and throughput that a volume has",
        { rootVolumeSizeGiB: 160, rootVolumeIops: 80_000, rootVolumeThroughput: 2000 },
    ],
    ["the throughput that EBS's own IOPS give", { rootVolumeThroughput: 750 }],
    ["steps of one size", { minimumScalingStepSize: 2, maximumScalingStepSize: 2, instanceWarmupPeriod: 0 }],
    ["rebalancing of spot instances", { capacityRebalance: true, spot: true }],
    ["rebalancing above a base", { capacityRebalance: true, onDemandPercentageAboveBaseCapacity: 50 }],
    ["metrics of the group", { enabledMetrics: ["GroupDesiredCapacity", "GroupInServiceInstances"] }],
    [
        "a warm pool of several types on demand",
        {
            instanceType: undefined,
            instanceTypes: ["inf1.xlarge", "inf1.2xlarge"],
            warmPool: { poolState: "Running", instanceReusePolicy: { reuseOnScaleIn: false } },
        },
    ],
    ["images to pull ahead", { prePull: ["bert", "public.ecr.aws/neuron/x:1", `bert@sha256:${"0".repeat(64)}`] }],
    ["a role of one's own", { instanceRoleArn: role }],
    ["a role to make", { instanceRolePolicyArns: [policy], permissionsBoundary: policy }],
];

const refused: [string, object, string[]][] = [
    [
        "an instance type in upper case",
        { instanceType: "Inf1.xlarge" },
        [`instanceType is "Inf1.xlarge" (did you mean inf1.xlarge?), but must be one of ${types}`],
    ],
    ["no type", { instanceType: undefined }, [`instanceType is missing; give one of ${types}`]],
    [
        "both ways to give types",
        { instanceTypes: ["inf1.xlarge"] },
        ["instanceTypes is given together with instanceType; give only one of the two"],
    ],
    [
        "types of another number of chips",
        { instanceType: undefined, instanceTypes: ["inf1.xlarge", "inf1.6xlarge"] },
        [
            "instanceTypes holds inf1.xlarge with 1 Inferentia chip and inf1.6xlarge with 4 Inferentia chips, but all " +
                "must have as many chips of one kind, so that a task fits on each; make two pools",
        ],
    ],
    [
        "types of another chip",
        { instanceType: undefined, instanceTypes: ["inf1.xlarge", "inf2.xlarge"], runtime: "libnrt" },
        [
            "instanceTypes holds inf1.xlarge with 1 Inferentia chip and inf2.xlarge with 1 Inferentia2 chip, but all " +
                "must have as many chips of one kind, so that a task fits on each; make two pools",
        ],
    ],
    [
        "one type twice",
        { instanceType: undefined, instanceTypes: ["inf1.xlarge", "inf1.xlarge"] },
        ["instanceTypes names an instance type twice; leave one out"],
    ],
    [
        "Inf2 with the daemon",
        { instanceType: "inf2.xlarge", runtime: "neuron-rtd" },
        [
            "instanceType is inf2.xlarge, which needs the runtime libnrt: neuron-rtd drives Inf1 only; leave runtime " +
                `out, or give one of ${inf1}`,
        ],
    ],
    ["a runtime that is none", { runtime: "neuronx" }, ['runtime is "neuronx", but must be one of neuron-rtd, libnrt']],
    ["a negative size", { minSize: -1 }, ["minSize is -1, but must be a whole number from 0 to 5000 instances"]],
    ["half an instance", { maxSize: 1.5 }, ["maxSize is 1.5, but must be a whole number from 1 to 5000 instances"]],
    [
        "a least size above the most",
        { minSize: 3 },
        ["maxSize is 2, but must be at least minSize, which is 3; raise maxSize or lower minSize"],
    ],
    [
        "all spot, and a share of it",
        { spot: true, onDemandBaseCapacity: 1 },
        ["spot is given together with onDemandBaseCapacity; give only one of the two"],
    ],
    [
        "instances that return to the warm pool",
        { warmPool: { instanceReusePolicy: { reuseOnScaleIn: true } } },
        [
            "warmPool.instanceReusePolicy.reuseOnScaleIn is true, but ECS supports no instances that return to the " +
                "warm pool; leave it out",
        ],
    ],
    [
        "a warm pool that hibernates",
        { warmPool: { poolState: "Hibernated" } },
        [
            'warmPool.poolState is "Hibernated", but the instances are not launched for hibernation; give Stopped or ' +
                "Running",
        ],
    ],
    [
        "a warm pool that may hold nothing",
        { warmPool: { maxGroupPreparedCapacity: 0 } },
        ["warmPool.maxGroupPreparedCapacity is 0, but must be a whole number 1 or more instances"],
    ],
    [
        "a warm pool of spot instances",
        { warmPool: {}, spot: true },
        [
            "warmPool is given, but the pool has spot instances (spot), which cannot wait in one; leave one of the two " +
                "out",
        ],
    ],
    [
        "a warm pool of which a share is spot instances",
        { warmPool: {}, onDemandPercentageAboveBaseCapacity: 50 },
        [
            "warmPool is given, but the pool has spot instances (onDemandPercentageAboveBaseCapacity), which cannot " +
                "wait in one; leave one of the two out",
        ],
    ],
    [
        "an image with what a shell reads",
        { prePull: ["bert:1; reboot"] },
        ['prePull[0] is "bert:1; reboot", but must be an image: its registry, repository and tag or digest'],
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
        "another way to refresh",
        { instanceRefresh: true },
        ["instanceRefresh is true, but must be one of never, onTemplateChange"],
    ],
    [
        "a role and a profile",
        { instanceRoleArn: role, instanceProfileArn: "arn:aws:iam::123456789012:instance-profile/own" },
        ["instanceProfileArn is given together with instanceRoleArn; give only one of the two"],
    ],
    [
        "policies for a role of one's own",
        { instanceRoleArn: role, instanceRolePolicyArns: [policy] },
        ["instanceRoleArn is given together with instanceRolePolicyArns; give only one of the two"],
    ],
    [
        "a root volume smaller than the AMI's",
        { rootVolumeSizeGiB: 8 },
        ["rootVolumeSizeGiB is 8, but must be a whole number from 30 to 16384 GiB"],
    ],
    [
        "more IOPS than a volume of the size has",
        { rootVolumeSizeGiB: 30, rootVolumeIops: 16_000 },
        ["rootVolumeIops is 16000, but a volume of 30 GiB has at most 15000; lower it, or raise rootVolumeSizeGiB"],
    ],
    [
        "more throughput than the IOPS give",
        { rootVolumeThroughput: 1000 },
        [
            "rootVolumeThroughput is 1000, but a volume of 3000 IOPS has at most 750 MiB/s; lower it, or give " +
                "rootVolumeIops: 4000",
        ],
    ],
    [
        "a slower volume than EBS has",
        { rootVolumeIops: 100, rootVolumeThroughput: 100 },
        [
            "rootVolumeIops is 100, but must be a whole number from 3000 to 80000 IOPS",
            "rootVolumeThroughput is 100, but must be a whole number from 125 to 2000 MiB/s",
        ],
    ],
    [
        "image pulls that the agent does not know",
        { imagePullBehavior: "never", imagePullInactivityTimeout: 30, imagePullTimeout: 1 },
        [
            'imagePullBehavior is "never", but must be one of default, always, once, prefer-cached',
            "imagePullInactivityTimeout is 30, but must be a whole number 60 or more seconds",
            "imagePullTimeout is 1, but must be a whole number 60 or more seconds",
        ],
    ],
    [
        "a least step above the most",
        { minimumScalingStepSize: 3, maximumScalingStepSize: 2 },
        [
            "minimumScalingStepSize is 3, but must be at most maximumScalingStepSize, which is 2; lower the one or raise " +
                "the other",
        ],
    ],
    [
        "steps that ECS does not take",
        { minimumScalingStepSize: 0, maximumScalingStepSize: 10_001, instanceWarmupPeriod: -1 },
        [
            "minimumScalingStepSize is 0, but must be a whole number from 1 to 10000 instances",
            "maximumScalingStepSize is 10001, but must be a whole number from 1 to 10000 instances",
            "instanceWarmupPeriod is -1, but must be a whole number from 0 to 10000 seconds",
        ],
    ],
    [
        "rebalancing without spot instances",
        { capacityRebalance: true },
        [
            "capacityRebalance is true, but the pool has no spot instances; leave it out, or give spot or " +
                "onDemandPercentageAboveBaseCapacity",
        ],
    ],
    [
        "user data that replaces the agent's configuration",
        { extraUserData: "echo ECS_CLUSTER=other > /etc/ecs/ecs.config" },
        ["extraUserData replaces /etc/ecs/ecs.config, which holds the cluster's name; append to it with >>"],
    ],
    [
        "user data that turns Inferentia support off",
        { extraUserData: "echo ECS_ENABLE_INF_SUPPORT=false >> /etc/ecs/ecs.config" },
        ["extraUserData turns ECS_ENABLE_INF_SUPPORT off, without which no task reaches a chip; leave that line out"],
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
    [
        "several at once",
        { instanceType: "p3.2xlarge", minSize: -1, targetCapacity: 0 },
        [
            `instanceType is "p3.2xlarge", but must be one of ${types}`,
            "minSize is -1, but must be a whole number from 0 to 5000 instances",
            "targetCapacity is 0, but must be a whole number from 1 to 100 percent",
        ],
    ],
];

describe("pool arguments", () => {
    for (const [what, change] of taken) {
        it(`accepts ${what}`, () => assert.deepStrictEqual(problems({ ...right, ...change }), []));
    }
    for (const [what, change, found] of refused) {
        it(`refuses ${what}`, () => assert.deepStrictEqual(problems({ ...right, ...change }), found));
    }
});
