import assert from "node:assert/strict";
import { InvalidArgumentsError } from "../../../components";
import { checkRemovedPools, replacedProviders } from "../../../components/cluster/removed-pools";
import type { Inputs } from "../../../components/engine/before-update";

const small = "inferentia-ml-small-capacity-0a1b2c3";
const refused = (...pools: readonly string[]) => ({
    name: InvalidArgumentsError.name,
    message: [
        `Cluster "ml" has ${pools.length === 1 ? "a wrong argument" : `${pools.length} wrong arguments`}:`,
        ...pools.map(
            (pool) =>
                `  - pools.${pool} is removed, which ECS refuses while a service uses the pool, also one that this ` +
                "update moves or removes: first update with the pool still in the cluster and no service on it, then " +
                `remove the pool in a second update, with "${pool}" in removedPools`,
        ),
    ].join("\n"),
});

describe("cluster: removed pools", () => {
    const all = { pools: { small, "big-one": "inferentia-ml-big-one-capacity-0a1b2c4", large: "large" } };
    const refusals: [string, object, object, string[], string[]][] = [
        [
            "refuses to remove a pool that removedPools does not name",
            all,
            { pools: { large: "large", "big-one": "new" } },
            ["large"],
            ["small"],
        ],
        ["refuses every such pool at once", all, { pools: { large: "large" } }, [], ["small", "big-one"]],
        ["refuses to remove the one pool of a cluster", { pools: { ml: small } }, all, [], ["ml"]],
    ];
    for (const [what, before, next, unused, pools] of refusals) {
        it(what, () =>
            assert.throws(() => checkRemovedPools("ml", before as Inputs, next as Inputs, unused), refused(...pools)),
        );
    }

    it("removes a pool that removedPools names", () => {
        checkRemovedPools("ml", all, { pools: { large: "large", "big-one": "new" } }, ["small"]);
    });

    const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    const replaced: [string, object, object, string[]][] = [
        ["of a pool that gets another one", { pools: { small } }, { pools: { small: "new" } }, [small]],
        ["of a pool whose new one is not known yet", { pools: { small } }, { pools: { small: unknown } }, [small]],
        [
            "that otherCapacityProviders had",
            { pools: {}, otherCapacityProviders: ["FARGATE", "own"] },
            { pools: {}, otherCapacityProviders: ["FARGATE"] },
            ["own"],
        ],
        ["that is all it had", { otherCapacityProviders: ["own"] }, {}, ["own"]],
    ];
    for (const [what, before, next, providers] of replaced) {
        it(`tells a capacity provider ${what}`, () =>
            assert.deepStrictEqual(replacedProviders(before as Inputs, next as Inputs), providers));
    }

    const kept: [string, object, object][] = [
        ["a removed pool", { pools: { small } }, { pools: {} }],
        ["a pool that keeps it", { pools: { small } }, { pools: { small, large: "new" } }],
        ["others that are not known", { otherCapacityProviders: ["own"] }, { otherCapacityProviders: unknown }],
    ];
    for (const [what, before, next] of kept) {
        it(`tells no capacity provider of ${what}`, () =>
            assert.deepStrictEqual(replacedProviders(before as Inputs, next as Inputs), []));
    }
});
