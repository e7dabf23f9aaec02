import assert from "node:assert/strict";
import { InvalidArgumentsError } from "../../../components";
import { refuseRemovedPools } from "../../../components/cluster/removed-pools";

const small = "inferentia-ml-small-capacity-0a1b2c3";
const refused = (...pools: readonly string[]) => ({
    name: InvalidArgumentsError.name,
    message: [
        `InferentiaCluster "ml" has ${pools.length === 1 ? "a wrong argument" : `${pools.length} wrong arguments`}:`,
        ...pools.map(
            (pool) =>
                `  - capacities.${pool} is removed, which ECS refuses while a service uses the pool, also one that this ` +
                "update moves or removes: first update with the pool still in the cluster and no service on it, then " +
                `remove the pool in a second update, with "${pool}" in removedCapacities`,
        ),
    ].join("\n"),
});

describe("A pool that an update removes", () => {
    const refusals: [string, string[], string[]][] = [
        ["is refused", [small], ["small"]],
        ["is refused with every other one", [small, "inferentia-ml-big-one-capacity-0a1b2c4"], ["small", "big-one"]],
        ["is refused where it was the only one of the cluster", ["inferentia-ml-capacity-0a1b2c3"], ["ml"]],
    ];
    for (const [what, providers, pools] of refusals) {
        it(what, () => assert.throws(() => refuseRemovedPools("ml", providers, ["large"], []), refused(...pools)));
    }

    const accepted: [string, string[], string[], string[]][] = [
        ["is accepted where the program says that nobody uses it", [small], ["large"], ["small"]],
        ["is none where only its provider is another", [small], ["small"], []],
        [
            "is none where the provider is somebody else's",
            ["FARGATE", "own", "inferentia-mlops-capacity-0a1b2c3"],
            [],
            [],
        ],
    ];
    for (const [what, providers, pools, named] of accepted) {
        it(what, () => refuseRemovedPools("ml", providers, pools, named));
    }
});
