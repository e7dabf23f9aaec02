import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/documents";
import { explained } from "../../scripts/mutation/explained";
import { explanationProblems, scoreOf, survivorsOf, type MutationReport } from "../../scripts/mutation/report";

const at = (line: number, from: number, to: number, endLine = line) => ({
    start: { line, column: from },
    end: { line: endLine, column: to },
});

const report: MutationReport = {
    files: {
        "contract/a.ts": {
            source: "if (a) {\n    return b ?? 0;\n}\ntry {\n    c();\n}",
            mutants: [
                { status: "Killed", replacement: "false", location: at(1, 5, 6) },
                { status: "Timeout", replacement: "true", location: at(1, 5, 6) },
                { status: "Survived", replacement: "b && 0", location: at(2, 12, 18) },
                { status: "NoCoverage", replacement: "{}", location: at(4, 5, 2, 6) },
                { status: "RuntimeError", replacement: "1", location: at(1, 5, 6) },
            ],
        },
    },
};
const survivors = [
    { file: "contract/a.ts", becomes: "return b && 0;" },
    { file: "contract/a.ts", becomes: "try {}" },
];

describe("A report of mutation testing", () => {
    it("has the changes that no test noticed, or ran", () => assert.deepStrictEqual(survivorsOf(report), survivors));

    it("has the share of those that a test noticed", () =>
        assert.deepStrictEqual(scoreOf(report), { noticed: 2, all: 4, percent: 50 }));
});

describe("The explanations of survivors", () => {
    it("are right when each survivor is explained", () =>
        assert.deepStrictEqual(explanationProblems(report, survivors), []));

    it("lack a survivor that is new", () => {
        assert.deepStrictEqual(explanationProblems(report, survivors.slice(1)), [
            "contract/a.ts: survives without an explanation: return b && 0;",
        ]);
    });

    it("have none too many", () => {
        const more = { file: "contract/b.ts", becomes: "try {}" };
        assert.deepStrictEqual(explanationProblems(report, [...survivors, more]), [
            "contract/b.ts: is explained, but does not survive: try {}",
        ]);
    });

    it("are of files that there are", () => {
        assert.deepStrictEqual(
            explained.filter(({ file }) => !existsSync(join(root, file))),
            [],
        );
    });
});
