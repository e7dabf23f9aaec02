import assert from "node:assert/strict";
import type { Edit } from "../../../checks";
import { editedFile } from "../../../cli/edits/edited-file";
import { readText } from "../read-text";

const cpu = (value: number): readonly Edit[] => [{ path: ["cpu"], value }];

describe("editedFile", () => {
    const cases: [what: string, text: string, edits: Parameters<typeof editedFile>[1], after: string | undefined][] = [
        [
            "a definition in a JSON file",
            '{"tasks": [{"cpu": 1}]}',
            [{ part: 0, place: ["tasks", 0], edits: cpu(256) }],
            '{"tasks": [{"cpu": 256}]}',
        ],
        [
            "definitions in several documents of a YAML file",
            "cpu: 1 # a\n---\ntasks:\n  - cpu: 1 # b\n---\ncpu: 1 # c\n",
            [
                { part: 0, place: [], edits: cpu(256) },
                { part: 1, place: ["tasks", 0], edits: cpu(1024) },
            ],
            "cpu: 256 # a\n---\ntasks:\n  - cpu: 1024 # b\n---\ncpu: 1 # c\n",
        ],
        ["nothing of a YAML file without edits", "cpu: 1\n", [{ part: 0, place: [], edits: [] }], "cpu: 1\n"],
        [
            "nothing of a YAML file whose form cannot be changed with certainty",
            "cpu: |\n  1\n",
            [{ part: 0, place: [], edits: cpu(256) }],
            undefined,
        ],
        [
            "nothing of a YAML file in which the edit would change something else too",
            "cpu: &size 1\nmemory: *size\n",
            [{ part: 0, place: [], edits: cpu(256) }],
            undefined,
        ],
    ];
    for (const [what, text, edits, after] of cases) {
        it(`changes ${what}`, () => assert.equal(editedFile(readText(text), edits), after));
    }

    it("throws what is no question of form, such as a place at which nothing stands", () =>
        assert.throws(
            () => editedFile(readText("cpu: 1\n"), [{ part: 0, place: ["tasks"], edits: cpu(256) }]),
            RangeError,
        ));
});
