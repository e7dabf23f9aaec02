import assert from "node:assert/strict";
import type { NeuronInstanceType } from "../../../contract";
import { leastOffering, mostOffering, offerOf } from "../../../ecs/pool/offer";

describe("What an instance offers", () => {
    it("is its memory without what the kernel keeps, and 1024 CPU units for each vCPU", () =>
        assert.deepStrictEqual(
            [offerOf("inf1.xlarge"), offerOf("inf2.48xlarge")],
            [
                { memoryMiB: 8064, cpuUnits: 4096 },
                { memoryMiB: 774144, cpuUnits: 196608 },
            ],
        ));

    it("is least on one of several types, and most on another", () => {
        const types = ["inf1.2xlarge", "inf2.xlarge", "inf2.24xlarge"] as const;
        assert.deepStrictEqual(
            [
                leastOffering(types, "cpuUnits"),
                leastOffering(types, "memoryMiB"),
                mostOffering(types, "cpuUnits"),
                mostOffering(types, "memoryMiB"),
            ],
            ["inf2.xlarge", "inf1.2xlarge", "inf2.24xlarge", "inf2.24xlarge"],
        );
    });

    it("is nothing without a type", () => {
        const none: readonly NeuronInstanceType[] = [];
        assert.deepStrictEqual(
            [leastOffering(none, "cpuUnits"), mostOffering(none, "cpuUnits")],
            [undefined, undefined],
        );
    });
});
