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
