import assert from "node:assert/strict";
import { messageIn, problemIn, type PlacedFinding } from "../../../cli/reports/finding";

const finding: PlacedFinding = {
    kind: "violation",
    ...{ file: "task.json", resource: "bert", rule: "neuron-rtd-address", level: "mandatory", severity: "critical" },
    ...{ line: 3, column: 4, endLine: 3, endColumn: 9, hasLines: true, isVariable: true },
    path: ["containerDefinitions", 0, "environment"],
    container: "bert",
    ...{ subject: 'container "bert"', problem: "has no address", remedy: "set it" },
};

describe("A finding", () => {
    it("says when it holds, where a condition decides", () => {
        const conditional = { ...finding, condition: "IsProduction is true" };
        assert.deepStrictEqual(
            [messageIn(finding), messageIn(conditional), problemIn(conditional)],
            [
                'container "bert" has no address: set it',
                'container "bert" has no address: set it (when IsProduction is true)',
                "has no address (when IsProduction is true)",
            ],
        );
    });
});
