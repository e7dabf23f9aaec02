import assert from "node:assert/strict";
import { variants, withMistake } from "../../demo/variants";
import { containerDefinitions } from "../../contract/container-definitions";
import { everyRule } from "../checks/every-rule";

/** As the stack's component makes it, with a name of its own for the model container. */
const right = {
    containerDefinitions: containerDefinitions({
        containers: [{ name: "server", image: "server:1", memoryReservationMiB: 1000 }],
        neuronRtdImage: "neuron-rtd:1",
        neuronRtdMemoryReservationMiB: 1000,
        neuronRtdCpu: 0,
        visibleDevices: "ALL",
        socketVolumeName: "sock",
        socketContainerPath: "/sock",
    }) as { name: string }[],
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
