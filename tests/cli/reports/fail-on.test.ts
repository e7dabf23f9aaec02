import assert from "node:assert/strict";
import { failLevels, fails } from "../../../cli/reports/fail-on";
import type { PlacedFinding } from "../../../cli/reports/finding";

const finding: PlacedFinding = {
    kind: "violation",
    ...{ file: "task.json", resource: "bert", rule: "neuron-rtd-address", level: "mandatory", severity: "critical" },
    ...{ line: 3, column: 4, endLine: 3, endColumn: 9, hasLines: true, isVariable: true },
    path: ["containerDefinitions", 0, "environment"],
    ...{ subject: 'container "bert"', problem: "has no address", remedy: "set it" },
};

describe("The command fails for a finding", () => {
    const advisory: PlacedFinding = { ...finding, level: "advisory" };
    const cases: [what: string, one: PlacedFinding, levels: string[]][] = [
        ["of a mandatory rule", finding, ["mandatory", "advisory"]],
        ["that is new", { ...finding, baseline: "new" }, ["mandatory", "advisory"]],
        ["of an advisory rule", advisory, ["advisory"]],
        ["that the baseline has", { ...finding, baseline: "accepted" }, []],
        ["that is suppressed", { ...finding, kind: "suppressed", reason: "a trial" }, []],
        ["that is not decided", { ...finding, kind: "unknown" }, []],
    ];
    for (const [what, one, levels] of cases) {
        it(`${what} at ${levels.join(" and ") || "no level"}`, () =>
            assert.deepStrictEqual(
                failLevels.filter((level) => fails(one, level)),
                levels,
            ));
    }
});
