import assert from "node:assert/strict";
import { count, countsText, noCounts, type Counts } from "../../../cli/reports/counts";
import type { FileResult, PlacedFinding } from "../../../cli/reports/finding";

function counted(findings: readonly Partial<PlacedFinding>[], concernsNeuron = true): Counts {
    const counts = noCounts();
    count(counts, { findings, concernsNeuron } as FileResult);
    return counts;
}

describe("count", () => {
    const one = { ...noCounts(), files: 1, concerned: 1 };
    const cases: [what: string, finding: Partial<PlacedFinding>, counts: Partial<Counts>][] = [
        ["a violation at its level: mandatory", { kind: "violation", level: "mandatory" }, { mandatory: 1 }],
        ["a violation at its level: advisory", { kind: "violation", level: "advisory" }, { advisory: 1 }],
        ["what is suppressed, whatever its level", { kind: "suppressed", level: "mandatory" }, { suppressed: 1 }],
        ["what is not decided, whatever its level", { kind: "unknown", level: "mandatory" }, { unknown: 1 }],
        [
            "what stands in the baseline, whatever it is",
            { kind: "violation", level: "mandatory", baseline: "accepted" },
            { accepted: 1 },
        ],
        [
            "what is new beside the baseline as any other",
            { kind: "violation", level: "mandatory", baseline: "new" },
            { mandatory: 1 },
        ],
    ];
    for (const [what, finding, counts] of cases) {
        it(`counts ${what}`, () => assert.deepStrictEqual(counted([finding]), { ...one, ...counts }));
    }

    it("counts a file as one about Neuron where a finding is in it, or what the rules are about", () => {
        const finding: Partial<PlacedFinding> = { kind: "suppressed" };
        assert.deepStrictEqual(
            [counted([], false), counted([], true), counted([finding], false)].map(({ concerned }) => concerned),
            [0, 1, 1],
        );
    });
});

describe("countsText", () => {
    const cases: [counts: Partial<Counts>, text: string][] = [
        [{ files: 1, concerned: 1, mandatory: 2 }, "1 file checked: 2 mandatory, 0 advisory"],
        [{ files: 2, concerned: 1, advisory: 1 }, "2 files checked, 1 about Neuron: 0 mandatory, 1 advisory"],
        [{ files: 2 }, "2 files checked, none concerns Neuron"],
        [{ unreadable: 1 }, "0 files checked: 0 mandatory, 0 advisory, 1 not readable"],
        [
            { files: 1, concerned: 1, unknown: 1, suppressed: 2, accepted: 3 },
            "1 file checked: 0 mandatory, 0 advisory, 1 not decided, 2 suppressed, 3 in the baseline",
        ],
    ];
    for (const [counts, text] of cases) {
        it(`is: ${text}`, () => assert.equal(countsText({ ...noCounts(), ...counts }), text));
    }
});
