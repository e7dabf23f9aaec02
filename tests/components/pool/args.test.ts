import { accepts, refuses, types } from "./harness";

describe("pool: each argument by itself", () => {
    accepts([
        ["a range from 0 to 5000", { minSize: 0, maxSize: 5000 }],
        ["metrics of the group", { enabledMetrics: ["GroupDesiredCapacity", "GroupInServiceInstances"] }],
    ]);

    refuses([
        [
            "an instance type in upper case",
            { instanceType: "Inf1.xlarge" },
            [`instanceType is "Inf1.xlarge" (did you mean inf1.xlarge?), but must be one of ${types}`],
        ],
        [
            "a runtime that is none",
            { runtime: "neuronx" },
            ['runtime is "neuronx", but must be one of neuron-rtd, libnrt'],
        ],
        ["a negative size", { minSize: -1 }, ["minSize is -1, but must be a whole number from 0 to 5000 instances"]],
        ["half an instance", { maxSize: 1.5 }, ["maxSize is 1.5, but must be a whole number from 1 to 5000 instances"]],
        [
            "another way to refresh",
            { instanceRefresh: true },
            ["instanceRefresh is true, but must be one of never, onTemplateChange"],
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
            "several at once",
            { instanceType: "p3.2xlarge", minSize: -1, targetCapacity: 0 },
            [
                `instanceType is "p3.2xlarge", but must be one of ${types}`,
                "minSize is -1, but must be a whole number from 0 to 5000 instances",
                "targetCapacity is 0, but must be a whole number from 1 to 100 percent",
            ],
        ],
    ]);
});
