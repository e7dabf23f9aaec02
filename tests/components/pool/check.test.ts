import { accepts, inf1, refuses, types } from "./harness";

const role = "arn:aws:iam::123456789012:role/own";
const policy = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";

describe("pool arguments", () => {
    accepts([
        [
            "several types of one chip count",
            { instanceType: undefined, instanceTypes: ["inf1.xlarge", "inf1.2xlarge"] },
        ],
        ["Inf2", { instanceType: "inf2.48xlarge" }],
        ["Inf2 with libnrt", { instanceType: "inf2.48xlarge", runtime: "libnrt" }],
        ["Inf1 with libnrt", { runtime: "libnrt" }],
        ["a base on demand and spot above it", { onDemandBaseCapacity: 1, onDemandPercentageAboveBaseCapacity: 0 }],
        ["steps of one size", { minimumScalingStepSize: 2, maximumScalingStepSize: 2, instanceWarmupPeriod: 0 }],
        ["rebalancing of spot instances", { capacityRebalance: true, spot: true }],
        ["rebalancing above a base", { capacityRebalance: true, onDemandPercentageAboveBaseCapacity: 50 }],
        ["a role of one's own", { instanceRoleArn: role }],
        ["a role to make", { instanceRolePolicyArns: [policy], permissionsBoundary: policy }],
    ]);

    refuses([
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
            "rebalancing without spot instances",
            { capacityRebalance: true },
            [
                "capacityRebalance is true, but the pool has no spot instances; leave it out, or give spot or " +
                    "onDemandPercentageAboveBaseCapacity",
            ],
        ],
    ]);
});
