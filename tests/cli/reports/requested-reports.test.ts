import assert from "node:assert/strict";
import { requestedReports } from "../../../cli/reports/requested-reports";
import { UsageError } from "../../../cli/usage-error";

describe("requestedReports", () => {
    it("reads a format for standard output, and others for files", () => {
        assert.deepStrictEqual(requestedReports(["text", "json=a=b.json", "junit=out.xml"]), [
            { format: "text", file: undefined },
            { format: "json", file: "a=b.json" },
            { format: "junit", file: "out.xml" },
        ]);
    });

    const refused: [given: string[], message: string][] = [
        [
            ["text", "json"],
            "two reports cannot both go to standard output; give each a file of its own, as in --format sarif=out.sarif",
        ],
        [
            ["text=a", "json=a"],
            "two reports cannot both go into a; give each a file of its own, as in --format sarif=out.sarif",
        ],
        [["sarif="], "--format sarif= names no file"],
        [["srif"], 'there is no format "srif" (did you mean sarif?); the formats are text, json, sarif, junit, gcc'],
    ];
    for (const [given, message] of refused) {
        it(`refuses ${given.join(" and ")}`, () => {
            assert.throws(() => requestedReports(given), new UsageError(message));
        });
    }
});
