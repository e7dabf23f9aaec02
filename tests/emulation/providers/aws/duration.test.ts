import assert from "node:assert/strict";
import { duration } from "../../../../emulation/providers/aws/duration";

describe("A duration in a message of the emulated provider", () => {
    const written: [number, string][] = [
        [1, "1s"],
        [60, "1m0s"],
        [605, "10m5s"],
        [3600, "1h0m0s"],
        [5430, "1h30m30s"],
    ];
    for (const [seconds, text] of written) {
        it(`is ${text} for ${seconds} seconds, as Go writes it`, () => assert.equal(duration(seconds), text));
    }
});
