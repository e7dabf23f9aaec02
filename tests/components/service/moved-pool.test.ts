import assert from "node:assert/strict";
import { rememberOwnPool, rememberRemovedProviders } from "../../../components/pool/removed-providers";
import {
    refuseMoveOffRemovedPool,
    refuseMoveWithoutDeployment,
    refuseReplacedPool,
} from "../../../components/service/moved-pool";
import { register } from "../mocked-engine";

const on = (...providers: unknown[]) => ({
    capacityProviderStrategies: providers.map((capacityProvider) => ({ capacityProvider, weight: 1 })),
});

/** What is said of a move, in a program that takes the provider "small" off its cluster and has a Pool "inf". */
async function refusal(oldInputs: object, newInputs: object, refuse = refuseMoveOffRemovedPool): Promise<string> {
    let said = "";
    await register(() => {
        rememberRemovedProviders(["small"]);
        rememberOwnPool("inf");
        try {
            refuse("bert", oldInputs as never, newInputs as never);
        } catch (error) {
            said = (error as Error).message;
        }
    });
    return said;
}

/** The component's inputs, where the ECS service has those of {@link on}. */
const at = (pool: unknown) => ({ pool });

describe("A service that moves to another pool", () => {
    it("is refused where the same update removes the one that it leaves, with the two steps", async () => {
        assert.equal(
            await refusal(on("small"), on("large")),
            'Service "bert" moves off the pool whose capacity provider is "small", which the same update ' +
                "removes from the cluster, and ECS keeps a capacity provider while a service uses it; first update with " +
                "the pool still in the cluster and no service on it, then remove the pool in a second update",
        );
    });

    it("is refused where the name of the new provider is not known at preview", async () => {
        assert.match(await refusal(on("small"), on({ isUnknown: true })), /^Service "bert" moves off the pool/);
    });

    it("is refused by what its component has, too, which is updated where the ECS service is replaced", async () => {
        const small = at({ capacityProviderName: "small" });
        for (const next of [at({ capacityProviderName: "large" }), at("not known yet")]) {
            assert.match(await refusal(small, next), /^Service "bert" moves off the pool/);
        }
        assert.equal(await refusal(small, at({ capacityProviderName: "small", maxSize: 3 })), "");
    });

    it("is refused where the pool that it leaves, or the next one, is that of its task", async () => {
        const small = { task: at({ capacityProviderName: "small" }) };
        const large = at({ capacityProviderName: "large" });
        for (const [before, next] of [
            [small, large],
            [small, { task: large }],
            [at({ capacityProviderName: "small" }), { task: large }],
        ] as const) {
            assert.match(await refusal(before, next), /^Service "bert" moves off the pool/);
        }
        assert.equal(await refusal(small, { ...small, desiredCount: 2 }), "");
    });

    for (const [what, before, after] of [
        ["the pool that it leaves stays in the cluster", on("large"), on("larger")],
        ["it does not move", on("small"), on("small")],
        ["it had no pool", {}, on("large")],
    ] as const) {
        it(`is accepted where ${what}`, async () => {
            assert.equal(await refusal(before, after), "");
        });
    }
});

describe("A service that moves to another capacity provider", () => {
    const small = at({ capacityProviderName: "small" });
    const large = at({ capacityProviderName: "large" });

    for (const [where, before, next] of [
        ["by its pool", small, large],
        ["by the pool of its task", { task: small }, { task: large }],
        ["to one whose name is not known at preview", small, at("not known yet")],
    ] as const) {
        it(`is refused without a forced deployment ${where}, and told to give it for this update`, async () => {
            assert.equal(
                await refusal(before, next, refuseMoveWithoutDeployment),
                'Service "bert" moves off the capacity provider "small", for which its tasks are deployed anew; give ' +
                    "forceNewDeployment: true for this update, and take it away afterwards",
            );
        });
    }

    for (const [what, before, next] of [
        ["a deployment is forced", small, { ...large, forceNewDeployment: true }],
        ["it stays, and its number of tasks changes", small, { ...small, desiredCount: 5 }],
        ["it had no pool", {}, large],
    ] as const) {
        it(`is accepted where ${what}`, async () => {
            assert.equal(await refusal(before, next, refuseMoveWithoutDeployment), "");
        });
    }
});

describe("A service on a Pool that stands by itself", () => {
    const inf = { poolName: "inf", clusterArn: "arn:1", capacityProviderName: "inf-1" };
    const replaced = { ...inf, capacityProviderName: "not known yet" };

    for (const [where, before, next] of [
        ["given to it", at(inf), at(replaced)],
        ["of its task", { task: at(inf) }, { task: at(replaced) }],
    ] as const) {
        it(`is refused where the update replaces the capacity provider of the pool ${where}, with the two steps`, async () => {
            assert.equal(
                await refusal(before, next, refuseReplacedPool),
                'Service "bert" runs on Pool "inf", whose capacity provider "inf-1" this update replaces, and ECS keeps a ' +
                    "capacity provider while a service uses it; first update with a second Pool beside it and the " +
                    "service on that, then remove the first Pool in a second update",
            );
        });
    }

    for (const [what, next] of [
        ["it stays as it is", { ...inf, maxSize: 3 }],
        ["the service moves to another one", { ...replaced, poolName: "large" }],
        ["the service moves to another cluster", { ...replaced, clusterArn: "arn:2" }],
    ] as const) {
        it(`is accepted where ${what}`, async () => {
            assert.equal(await refusal(at(inf), at(next), refuseReplacedPool), "");
        });
    }

    it("is accepted where the pool is one that the program writes out", async () => {
        const [before, next] = [inf, replaced].map((pool) => at({ ...pool, poolName: "own" })) as [object, object];
        assert.equal(await refusal(before, next, refuseReplacedPool), "");
    });
});
