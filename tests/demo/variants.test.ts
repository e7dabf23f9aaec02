import assert from "node:assert/strict";
import { variants, withMistake } from "../../demo/variants";
import { renderers } from "../../ecs/render/renderers";
import { everyRule } from "../checks/every-rule";

/** As the stack's component makes it, with a name of its own for the model container. */
const right = {
    containerDefinitions: renderers["neuron-rtd"].containers({
        containers: [{ name: "server", image: "server:1" }],
        sidecars: [],
        neuronRtd: { image: "neuron-rtd:1" },
        visibleDevices: "ALL",
        region: "us-east-1",
    }) as unknown as { name: string }[],
    volumes: [{ name: "sock" }],
};

describe("A variant of the demo", () => {
    for (const variant of variants) {
        it(`breaks ${variant.rule} alone: ${variant.mistake}`, () => {
            const broken = { ...right, containerDefinitions: withMistake(variant, right.containerDefinitions) };
            assert.deepStrictEqual([everyRule(right).rules, everyRule(broken).rules], [[], [variant.rule]]);
        });
    }
});
