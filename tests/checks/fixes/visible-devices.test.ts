import assert from "node:assert/strict";
import type { Definition } from "../component-definitions";
import { repaired } from "../repaired";
import { rightTask, variable } from "../right-task";

describe("The devices that a fix shows", () => {
    const values: [string[], string[]][] = [
        [["all"], ["ALL"]],
        [[" All "], ["ALL"]],
        [[""], ["ALL"]],
        [[" "], ["ALL"]],
        [[], ["ALL"]],
        [
            ["all", ""],
            ["ALL", "ALL"],
        ],
        [["2,1"], ["2,1"]],
        [
            ["all", "2,1"],
            ["all", "2,1"],
        ],
    ];
    for (const [before, after] of values) {
        it(`are ${JSON.stringify(after)} for ${JSON.stringify(before)}`, () => {
            const environment = before.map((value) => variable("AWS_NEURON_VISIBLE_DEVICES", value));
            const { definition } = repaired(rightTask({ daemon: { environment } }));
            const [, daemon] = (definition as Definition).containerDefinitions;
            assert.deepStrictEqual(
                daemon?.["environment"],
                after.map((value) => variable("AWS_NEURON_VISIBLE_DEVICES", value)),
            );
        });
    }
});
