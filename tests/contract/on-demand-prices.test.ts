import assert from "node:assert/strict";
import { inferentiaInstanceTypes } from "../../contract/instance-types";
import { neuronInstances } from "../../contract/neuron-instances";
import { onDemandPrices } from "../../contract/on-demand-prices";

describe("The on-demand prices", () => {
    it("are there for each type that the components offer", () => {
        assert.deepStrictEqual(
            inferentiaInstanceTypes.filter((type) => !(type in onDemandPrices.dollarsPerHour)),
            [],
        );
    });

    it("are between a fifth of a dollar and two dollars for each chip", () => {
        const perChip = Object.entries(onDemandPrices.dollarsPerHour).map(
            ([type, price]) => price / neuronInstances[type as keyof typeof onDemandPrices.dollarsPerHour].chips,
        );
        assert.deepStrictEqual(
            perChip.filter((price) => price < 0.2 || price > 2),
            [],
        );
    });
});
