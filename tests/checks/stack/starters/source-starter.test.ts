import assert from "node:assert/strict";
import { overridesIn, settingsOf } from "../../../../checks/stack/starters/source-starter";
import { UNKNOWN } from "../../../../ecs/known";
import { resource } from "../../stack-resources";

const schedule = resource("schedule", "nightly", { target: {} }, { target: ["cluster", "task"] });

/** The properties that are there, and what went into those that are not known. */
function settings(given: Parameters<typeof settingsOf>[1], own = schedule): unknown {
    const { id, type, properties, dependencies } = settingsOf(own, given);
    assert.deepStrictEqual([id, type], [own.id, own.type]);
    const there = Object.entries(properties).filter(([, value]) => value !== undefined);
    return [Object.fromEntries(there), dependencies];
}

describe("settingsOf", () => {
    it("has each value under its name, and what is known without what went into its holder", () =>
        assert.deepStrictEqual(settings({ taskDefinition: ["bert:1", "target"], cluster: [UNKNOWN, "target"] }), [
            { taskDefinition: "bert:1", cluster: UNKNOWN },
            { cluster: ["cluster", "task"] },
        ]));

    it("knows what went into a value of which a part is not known, of a holder in PascalCase too", () => {
        const own = { ...schedule, dependencies: { Target: ["task"] } };
        assert.deepStrictEqual(
            settings({ capacityProviderStrategy: [[{ capacityProvider: UNKNOWN }], "target"] }, own),
            [{ capacityProviderStrategy: [{ capacityProvider: UNKNOWN }] }, { capacityProviderStrategy: ["task"] }],
        );
    });

    it("has nothing that went into a holder of which the source does not tell", () =>
        assert.deepStrictEqual(settings({ cluster: [UNKNOWN, "other"] }), [{ cluster: UNKNOWN }, { cluster: [] }]));

    it("takes all settings of a starter from an object of them, as RunTask names them", () =>
        assert.deepStrictEqual(
            settings({
                "": [{ TaskDefinition: "bert:1", LaunchType: "EC2", Tags: [], PlacementConstraints: [] }, "target"],
            }),
            [{ taskDefinition: "bert:1", launchType: "EC2", placementConstraints: [] }, {}],
        ));

    it("takes the placement from a block that is named for one, as Terraform's", () =>
        assert.deepStrictEqual(settings({ "": [{ placementConstraint: [{ type: "memberOf" }] }, "target"] }), [
            { placementConstraints: [{ type: "memberOf" }] },
            {},
        ]));

    it("knows none of them where the object is not known", () =>
        assert.deepStrictEqual(
            Object.values((settings({ "": [UNKNOWN, "target"] }) as [object])[0]),
            Array.from({ length: 6 }, () => UNKNOWN),
        ));
});

describe("overridesIn", () => {
    const override = { name: "bert" };
    const cases: [what: string, value: unknown, overrides: unknown][] = [
        ["has the containers' overrides", { containerOverrides: [override] }, [override]],
        ["takes a block for a list of it", { containerOverrides: override }, [override]],
        ["has none where there are none", {}, []],
        ["does not know them where they are not known", { containerOverrides: UNKNOWN }, UNKNOWN],
        ["does not know them in what is not known", UNKNOWN, UNKNOWN],
    ];
    for (const [what, value, overrides] of cases) {
        it(what, () => assert.deepStrictEqual(overridesIn(value), overrides));
    }
});
