import assert from "node:assert/strict";
import { InvalidArgumentsError } from "../../../components";
import { checkRemovedProviders } from "../../../components/cluster/removed-pools";

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
    const refusals: [string, string[], string[]][] = [
        ["refuses to remove a pool that removedPools does not name", [small], ["small"]],
        ["refuses every such pool at once", [small, "inferentia-ml-big-one-capacity-0a1b2c4"], ["small", "big-one"]],
        ["refuses to remove the one pool of a cluster", ["inferentia-ml-capacity-0a1b2c3"], ["ml"]],
    ];
    for (const [what, providers, pools] of refusals) {
        it(what, () => assert.throws(() => checkRemovedProviders("ml", providers, ["large"], []), refused(...pools)));
    }

    const others = ["FARGATE", "own", "inferentia-mlops-capacity-0a1b2c3"];
    const accepted: [string, readonly string[], string[], string[], readonly string[]][] = [
        ["removes a pool that removedPools names", [small], ["large"], ["small"], []],
        ["keeps a pool whose capacity provider is replaced", [small], ["small"], [], [small]],
        ["leaves capacity providers of others alone", others, [], [], others],
    ];
    for (const [what, providers, pools, unused, mayBeUsed] of accepted) {
        it(what, () => assert.deepStrictEqual(checkRemovedProviders("ml", providers, pools, unused), mayBeUsed));
    }
});
