import assert from "node:assert/strict";
import { outlineOf, stepsOf } from "../../demo/steps";
import { variants } from "../../demo/variants";

describe("What the demo shows, told at its beginning,", () => {
    it("has a line for each step, and one for all variants", () => {
        const outline = outlineOf(stepsOf({ help: false, keep: false }, []));
        assert.deepStrictEqual(
            [outline[0], outline.filter((line) => line.includes("variant")), outline.includes("  - Destroy")],
            [
                "  - Preview, with the policy pack",
                [`  - ${variants.length} variants with one mistake each, which the policy pack refuses`],
                true,
            ],
        );
    });

    it("joins only steps beside each other that show the same", () => {
        const steps = [{ title: "a" }, { title: "b", shows: "both" }, { title: "c", shows: "both" }, { title: "a" }];
        assert.deepStrictEqual(outlineOf(steps), ["  - a", "  - both", "  - a"]);
    });
});
