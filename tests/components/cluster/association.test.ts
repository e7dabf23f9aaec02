import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Cluster, type ClusterArgs } from "../../../components";
import { associationType, componentTypes } from "../../../contract";
import { removedBy } from "../../../components/cluster/association";
import { register } from "../mocked-engine";

async function association(args: ClusterArgs): Promise<unknown> {
    const registered = await register(() => new Cluster("ml", args));
    return registered.find(({ name }) => name === "ml-capacity-association")?.inputs;
}

const pools = { small: { instanceType: "inf1.xlarge" }, large: { instanceType: "inf1.6xlarge" } } as const;
const own = ["inferentia-ml-small-capacity", "inferentia-ml-large-capacity"];

describe("cluster: capacity provider association", () => {
    it("names the pools and the given providers, as a list or an output", async () => {
        const expected = {
            clusterName: "ml-cluster",
            capacityProviders: [...own, "FARGATE"],
            defaultCapacityProviderStrategies: [],
        };
        assert.deepStrictEqual(await association({ pools, otherCapacityProviders: ["FARGATE"] }), expected);
        assert.deepStrictEqual(
            await association({ pools, otherCapacityProviders: pulumi.output(["FARGATE"]) }),
            expected,
        );
    });

    const { small } = pools;
    const ofPool = [{ capacityProvider: "inferentia-ml-small-capacity", base: 0, weight: 1 }];
    const defaults: [string, ClusterArgs, object[]][] = [
        ["the pool where the cluster has nothing else", { pools: { small } }, ofPool],
        ["the pool beside an empty list of others", { pools: { small }, otherCapacityProviders: [] }, ofPool],
        ["the pool beside such an output", { pools: { small }, otherCapacityProviders: pulumi.output([]) }, ofPool],
        ["none beside another pool", { pools }, []],
        ["none beside other capacity", { pools: { small }, otherCapacityProviders: ["FARGATE"] }, []],
        ["none beside such an output", { pools: { small }, otherCapacityProviders: pulumi.output(["FARGATE"]) }, []],
    ];
    for (const [what, args, strategies] of defaults) {
        it(`has as the default strategy ${what}`, async () => {
            const { defaultCapacityProviderStrategies } = (await association(args)) as Record<string, unknown>;
            assert.deepStrictEqual(defaultCapacityProviderStrategies, strategies);
        });
    }

    it("sets the given default strategy, which names pools by their names", async () => {
        assert.deepStrictEqual(
            await association({
                pools,
                defaultCapacityProviderStrategies: [
                    { capacityProvider: "large", base: 1 },
                    { capacityProvider: "own", weight: 3 },
                ],
                otherCapacityProviders: ["own"],
            }),
            {
                clusterName: "ml-cluster",
                capacityProviders: [...own, "own"],
                defaultCapacityProviderStrategies: [
                    { capacityProvider: own[1], base: 1, weight: 1 },
                    { capacityProvider: "own", base: 0, weight: 3 },
                ],
            },
        );
    });
});

describe("cluster: capacity provider association component", () => {
    it("takes otherCapacityProviders and defaultCapacityProviderStrategies, which are no inputs of the cluster component", async () => {
        const given = {
            otherCapacityProviders: ["FARGATE"],
            defaultCapacityProviderStrategies: [{ capacityProvider: "FARGATE" }],
        };
        const registered = await register(
            () => new Cluster("ml", { instanceType: "inf1.xlarge", maxSize: 3, ...given }),
        );
        assert.deepStrictEqual(
            registered
                .filter(({ type }) => type === componentTypes.cluster || type === associationType)
                .map(({ name, inputs }) => [name, inputs]),
            [
                ["ml", { instanceType: "inf1.xlarge", maxSize: 3 }],
                ["ml-capacity-providers", { ...given, pools: { ml: "inferentia-ml-capacity" } }],
            ],
        );
    });
});

describe("cluster: an update of the capacity providers", () => {
    const before = { capacityProviders: ["old", "kept"] };
    const unknown = {};
    const cases: [string, Record<string, unknown>, string[]][] = [
        ["removes those that are left out", { capacityProviders: ["kept"] }, ["old"]],
        ["removes them, too, where a new one is not known yet", { capacityProviders: [unknown, "kept"] }, ["old"]],
        ["removes none that stays", { capacityProviders: ["kept", "new", "old"] }, []],
        ["is not known to remove any where the list is not known", { capacityProviders: unknown }, []],
    ];
    for (const [what, next, removed] of cases) {
        it(what, () => assert.deepStrictEqual(removedBy(before, next), removed));
    }
});
