import assert from "node:assert/strict";
import { ignoredBounds } from "../../../components/scaling/scheduled-bounds";

const cron = "0 8 * * ? *";

describe("a bound that a schedule changes too", () => {
    const before = { min: 1, max: 3, schedule: [{ cron, min: 2 }] };

    it("is told of where the program changes it, as nothing comes of that", () => {
        assert.deepEqual(ignoredBounds("bert", before, { ...before, min: 0 }), [
            'Scaling "bert": min is 0 now, but its schedule has changed it, or will, and so it stays as it is; change ' +
                "the min of the schedule's times",
        ]);
        const both = { ...before, schedule: [{ cron, min: 2, max: 3 }] };
        assert.equal(ignoredBounds("bert", both, { ...both, min: 0, max: 4 }).length, 2);
    });

    it("is told of where the schedule comes with the change", () => {
        assert.equal(ignoredBounds("bert", { min: 1, max: 3 }, { ...before, min: 0 }).length, 1);
    });

    it("is not told of where it stays, where the schedule leaves it, and where there is none any more", () => {
        assert.deepEqual(ignoredBounds("bert", before, { ...before, schedule: [{ cron, min: 3 }] }), []);
        assert.deepEqual(ignoredBounds("bert", before, { ...before, max: 4 }), []);
        assert.deepEqual(ignoredBounds("bert", before, { min: 0, max: 3 }), []);
    });
});
