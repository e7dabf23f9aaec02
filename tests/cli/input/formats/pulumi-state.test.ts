import assert from "node:assert/strict";
import { UNKNOWN } from "../../../../checks";
import { recognise } from "../../../../cli/input/formats";
import { readPulumiState } from "../../../../cli/input/formats/pulumi-state";

const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

describe("What Pulumi says of an update before it", () => {
    const type = "aws:ecs/taskDefinition:TaskDefinition";
    const urn = `urn:pulumi:dev::ml::${type}::task`;
    const shown = (data: unknown) =>
        recognise(data).map(({ format, resources, places }) => [
            format,
            resources.map(({ id, type: own, properties }) => [id, own, properties]),
            [...places],
        ]);
    const step = (op: string, inputs?: object) => ({ op, urn, ...(inputs && { newState: { urn, type, inputs } }) });

    it("is a preview, of which the last step of a resource counts", () =>
        assert.deepStrictEqual(
            shown({ steps: [step("create-replacement", { family: "a" }), step("replace", { family: "b" })] }),
            [["Pulumi preview", [[urn, type, { family: "b" }]], [[urn, ["steps", 1, "newState", "inputs"]]]]],
        ));

    it("is a preview without what is taken away", () =>
        assert.deepStrictEqual(shown({ steps: [step("delete")] }), [["Pulumi preview", [], []]]));

    it("is a plan, with what stays as it is", () => {
        const inputDiff = { adds: { cpu: "1" }, updates: { family: "b" } };
        const plan = {
            goal: { type, name: "task", inputDiff },
            steps: ["update"],
            state: { family: "a", memory: "2" },
        };
        assert.deepStrictEqual(shown({ resourcePlans: { [urn]: plan } }), [
            [
                "Pulumi plan",
                [[urn, type, { family: "b", memory: "2", cpu: "1" }]],
                [[urn, ["resourcePlans", urn, "goal", "inputDiff", "adds"]]],
            ],
        ]);
    });

    it("is a plan without the outputs that are not known, and the inputs that go", () => {
        const goal = { type, name: "task", inputDiff: { deletes: ["cpu"], updates: { memory: unknown } } };
        const plan = { goal, steps: ["update"], state: { family: "a", cpu: "1", memory: "2", networkMode: unknown } };
        assert.deepStrictEqual(readPulumiState({ resourcePlans: { [urn]: plan } })?.resources[0]?.properties, {
            family: "a",
            memory: UNKNOWN,
        });
    });
});
