import assert from "node:assert/strict";
import { exampleOf } from "../../checks/examples";
import { Run } from "../../policy-pack/run";
import { shapePolicy } from "../../policy-pack/shape-policy";
import { reportsOf } from "./shown";

const type = "aws-native:ecs:TaskDefinition";
const { definition } = exampleOf("neuron-visible-devices", "the devices are not contiguous");

describe("task-definition-shape", () => {
    it("refuses what cannot be read, each problem by itself", () =>
        assert.deepStrictEqual(
            reportsOf(shapePolicy(new Run()), {
                type,
                name: "task",
                properties: { ...definition, containerDefinitions: [{ name: 1, image: true }] },
            }),
            ["name is a number", "image is a boolean"].map(
                (problem) =>
                    `containerDefinitions[0].${problem}, but must be a string; the other rules cannot judge it: correct it`,
            ),
        ));

    it("says nothing of what can be read, though a rule refuses it, and of other resources", () =>
        assert.deepStrictEqual(
            [type, "aws:s3/bucket:Bucket"].map((one) =>
                reportsOf(shapePolicy(new Run()), { type: one, name: "task", properties: definition }),
            ),
            [[], []],
        ));
});
