import assert from "node:assert/strict";
import { recordsIn } from "../../../../cli/input/formats/pulumi-records";

const urn = "urn:pulumi:dev::ml::aws:ecs/taskDefinition:TaskDefinition::task";
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const record = { urn, inputs: { family: "a" } };

/** The one record of a plan. */
function planned(plan: object): unknown {
    const [, [one] = []] = recordsIn({ resourcePlans: { [urn]: plan } }) ?? [];
    return one;
}

describe("recordsIn", () => {
    it("has the resources of a state, with the places of their inputs", () =>
        assert.deepStrictEqual(recordsIn({ deployment: { resources: [{ urn: "stack" }, record] } }), [
            "Pulumi state",
            [
                { record: { urn: "stack" }, inputs: undefined, place: ["deployment", "resources", 0, "inputs"] },
                { record, inputs: record.inputs, place: ["deployment", "resources", 1, "inputs"] },
            ],
        ]));

    it("has the new states of a preview, and none of a step that takes a resource away", () =>
        assert.deepStrictEqual(
            recordsIn({
                steps: [
                    { op: "delete", urn },
                    { op: "create", urn, newState: record },
                ],
            }),
            [
                "Pulumi preview",
                [
                    { record: undefined, inputs: undefined, place: ["steps", 0, "newState", "inputs"] },
                    { record, inputs: record.inputs, place: ["steps", 1, "newState", "inputs"] },
                ],
            ],
        ));

    it("has the goals of a plan, with what is added, updated and stays, at their places", () => {
        const goal = { type: "task", inputDiff: { adds: { cpu: "1" }, updates: { family: "b" } } };
        assert.deepStrictEqual(planned({ goal, state: { family: "a", memory: "2" } }), {
            record: { ...goal, urn },
            inputs: { family: "b", memory: "2", cpu: "1" },
            place: ["resourcePlans", urn, "goal", "inputDiff", "adds"],
            otherPlaces: [
                ["resourcePlans", urn, "goal", "inputDiff", "updates"],
                ["resourcePlans", urn, "state"],
            ],
        });
    });

    it("has no inputs of a plan that are deleted, or among the outputs only and not known", () => {
        const goal = { inputDiff: { deletes: ["cpu"] } };
        assert.deepStrictEqual(
            (planned({ goal, state: { family: "a", cpu: "1", arn: unknown } }) as { inputs: object }).inputs,
            { family: "a" },
        );
    });

    it("has no record of a plan without a goal, which takes a resource away", () =>
        assert.equal((planned({ state: { family: "a" } }) as { record: unknown }).record, undefined));

    it("reads a plan that stands in a file with other things", () => {
        const [format, [one] = []] = recordsIn({ plan: { resourcePlans: { [urn]: { goal: {} } } } }) ?? [];
        assert.deepStrictEqual(
            [format, one?.place],
            ["Pulumi plan", ["plan", "resourcePlans", urn, "goal", "inputDiff", "adds"]],
        );
    });

    const others: [what: string, data: unknown][] = [
        ["a list", []],
        ["a state without resources", { deployment: {} }],
        ["no steps", { steps: [] }],
        ["steps of something else", { steps: [{ run: "npm test" }] }],
        ["steps of something else with a URN", { steps: [{ urn }] }],
        ["texts as steps", { steps: ["a"] }],
        ["no plans", { resourcePlans: [] }],
    ];
    for (const [what, data] of others) {
        it(`is undefined for ${what}`, () => assert.equal(recordsIn(data), undefined));
    }
});
