import { one, refuses } from "./harness";

describe("Cluster, of its arguments,", () => {
    refuses([
        [
            "a list where an object belongs",
            { instanceType: undefined, pools: [one] },
            ["pools is a list, but must be an object of pools by name"],
        ],
        ["a list of tags", { tags: ["team"] }, ["tags is a list, but must be an object of tags"]],
        [
            "what is no argument, with the nearest name",
            { maxsize: 9, logRetentionDays: 7 },
            [
                "maxsize is not an argument of Cluster (did you mean maxSize?); leave it out",
                "logRetentionDays is not an argument of Cluster (did you mean logRetentionInDays?); leave it out",
            ],
        ],
        [
            "what is no argument of a pool",
            { instanceType: undefined, pools: { small: { ...one, clusterName: "ml" } } },
            ["pools.small.clusterName is not an argument of a pool; leave it out"],
        ],
        [
            "a cluster name with a blank",
            { clusterName: "my cluster" },
            ['clusterName is "my cluster", but must be 1 to 255 letters, digits, hyphens and underscores'],
        ],
        [
            "no subnet",
            { vpcId: "vpc-01", subnetIds: [] },
            ["subnetIds is empty, but must be a list with at least one subnet id"],
        ],
        [
            "another Container Insights value",
            { containerInsights: "on" },
            ['containerInsights is "on", but must be one of enabled, enhanced, disabled'],
        ],
        [
            "a retention that CloudWatch Logs does not know",
            { logRetentionInDays: 31 },
            [
                "logRetentionInDays is 31, but must be one of 0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, " +
                    "731, 1096, 1827, 2192, 2557, 2922, 3288, 3653 days (0 keeps for ever)",
            ],
        ],
        [
            "an item of a strategy without a provider, and with a weight that is none",
            { defaultCapacityProviderStrategies: [{ weight: 1001 }] },
            [
                "defaultCapacityProviderStrategies[0].capacityProvider is missing; give the name of a pool or of a capacity " +
                    "provider",
                "defaultCapacityProviderStrategies[0].weight is 1001, but must be a whole number from 0 to 1000",
            ],
        ],
    ]);
});
