import assert from "node:assert/strict";
import { leastOffering, mostOffering, offerOf } from "../../../ecs/pool/offer";

describe("What an instance offers", () => {
    it("is its memory without what the kernel keeps, 1024 CPU units for each vCPU, and its chips", () =>
        assert.deepStrictEqual(
            [offerOf("inf1.6xlarge"), offerOf("inf2.48xlarge")],
            [
                { memoryMiB: 48384, cpuUnits: 24576, chips: 4 },
                { memoryMiB: 774144, cpuUnits: 196608, chips: 12 },
            ],
        ));
});

describe("Of several types", () => {
    const types = ["inf1.2xlarge", "inf2.xlarge", "inf1.24xlarge", "inf2.48xlarge"];
    const all = ["memoryMiB", "cpuUnits", "chips"] as const;

    it("one offers least, and one most", () =>
        assert.deepStrictEqual(
            all.map((what) => [leastOffering(types, what), mostOffering(types, what)]),
            [
                ["inf1.2xlarge", "inf2.48xlarge"],
                ["inf2.xlarge", "inf2.48xlarge"],
                ["inf1.2xlarge", "inf1.24xlarge"],
            ],
        ));

    it("none is told where it is not known what one offers", () =>
        assert.deepStrictEqual(
            [leastOffering([...types, "inf3.xlarge"], "chips"), mostOffering(["inf3.xlarge"], "chips")],
            [undefined, undefined],
        ));

    it("none is told where there is none", () =>
        assert.deepStrictEqual([leastOffering([], "chips"), mostOffering([], "chips")], [undefined, undefined]));
});
