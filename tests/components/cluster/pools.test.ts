import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { poolsOf, type ClusterOfPool } from "../../../components/cluster/pools";
import { valueOf } from "../engine/value-of";

const cluster: ClusterOfPool = {
    clusterName: "ml",
    vpcId: "vpc-1",
    subnetIds: ["subnet-1"],
    securityGroupIds: ["sg-1"],
    tags: { team: "ml", pool: "any" },
};

describe("The pools of a cluster", () => {
    it("are the one beside the cluster's arguments, without those of the cluster", () => {
        const args = { instanceType: "inf1.xlarge", maxSize: 3, containerInsights: "disabled", tags: {} } as const;
        const [pool, another] = poolsOf("ml", args, cluster);
        const given = Object.entries(pool?.args ?? {}).filter(([, value]) => value !== undefined);
        assert.deepStrictEqual(
            { ...pool, args: Object.fromEntries(given) },
            { key: "ml", resourceName: "ml", path: "", args: { instanceType: "inf1.xlarge", maxSize: 3, ...cluster } },
        );
        assert.equal(another, undefined);
    });

    it("are those of pools, each by its name, and all in the cluster's network", () => {
        const pools = { small: { instanceType: "inf1.xlarge" }, large: { instanceType: "inf2.48xlarge" } } as const;
        assert.deepStrictEqual(
            poolsOf("ml", { pools }, cluster),
            (["small", "large"] as const).map((key) => ({
                key,
                resourceName: `ml-${key}`,
                path: `pools.${key}`,
                args: { ...pools[key], ...cluster },
            })),
        );
    });

    const tags: [what: string, ofCluster: ClusterOfPool["tags"], ofPool: ClusterOfPool["tags"], merged: unknown][] = [
        ["the cluster's", { team: "ml" }, undefined, { team: "ml" }],
        ["their own", undefined, { pool: "small" }, { pool: "small" }],
        ["none", undefined, undefined, undefined],
        [
            "their own on top of the cluster's",
            { team: "ml", pool: "any" },
            { pool: "small" },
            { team: "ml", pool: "small" },
        ],
        [
            "those of outputs",
            pulumi.output({ team: "ml" }),
            pulumi.output({ pool: "small" }),
            { team: "ml", pool: "small" },
        ],
    ];
    for (const [what, ofCluster, ofPool, merged] of tags) {
        it(`have ${what} as tags`, async () => {
            const pools = { small: { instanceType: "inf1.xlarge", tags: ofPool } } as const;
            const [pool] = poolsOf("ml", { pools }, { ...cluster, tags: ofCluster });
            assert.deepStrictEqual(await valueOf(pulumi.output(pool?.args.tags)), merged);
        });
    }
});
