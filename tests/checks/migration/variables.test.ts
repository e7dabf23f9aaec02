import assert from "node:assert/strict";
import { migrated } from "./migrated-task";

describe("The variables of a migrated task", () => {
    it("takes the address out of secrets, and tells of environment files", () => {
        const { definition, checklist } = migrated({
            model: {
                secrets: [
                    { name: "NEURON_RTD_ADDRESS", valueFrom: "arn:1" },
                    { name: "TOKEN", valueFrom: "arn:2" },
                ],
                environmentFiles: [{ type: "s3", value: "arn:3" }],
            },
        });
        assert.deepStrictEqual(definition.containerDefinitions[0]?.["secrets"], [
            { name: "TOKEN", valueFrom: "arn:2" },
        ]);
        assert.ok(
            checklist.includes(
                'take NEURON_RTD_ADDRESS and NEURONCORE_GROUP_SIZES out of the environment files of container "bert"',
            ),
        );
    });
});
