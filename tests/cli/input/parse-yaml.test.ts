import assert from "node:assert/strict";
import { UnreadableFile } from "../../../cli/input/document";
import { parseYaml } from "../../../cli/input/parse-yaml";

describe("A YAML text", () => {
    const data = (text: string) => parseYaml(text).map((parsed) => parsed.data);

    const cases: [what: string, text: string, data: unknown[]][] = [
        ["each document, but no empty one", "---\na: 1\n---\n# nothing\n---\nb: 2\n...\n", [{ a: 1 }, { b: 2 }]],
        ["nothing as one document without data", "# nothing\n", [null]],
        ["aliases", "a: &x [1]\nb: *x\n", [{ a: [1], b: [1] }]],
        [
            "merged maps, in which own keys count more, and of several the first",
            "a: &a {x: 1, y: 1, z: 1}\nb: &b {y: 2, w: 2}\nc: {z: 3, <<: [*b, *a]}\n",
            [{ a: { x: 1, y: 1, z: 1 }, b: { y: 2, w: 2 }, c: { x: 1, y: 2, z: 3, w: 2 } }],
        ],
        ["booleans of YAML 1.2 alone, where it is no template", "a: yes\nb: true\n", [{ a: "yes", b: true }]],
        [
            "booleans of YAML 1.1 in a template, but not in its keys",
            "Resources: {on: {a: yes, b: 'yes'}}",
            [{ Resources: { on: { a: true, b: "yes" } } }],
        ],
        [
            "short tags in their long form",
            "Resources: {A: !GetAtt A.B.C, B: !Ref A, C: !Sub 'x'}",
            [{ Resources: { A: { "Fn::GetAtt": ["A", "B.C"] }, B: { Ref: "A" }, C: { "Fn::Sub": "x" } } }],
        ],
    ];
    for (const [what, text, expected] of cases) {
        it(`is read with ${what}`, () => {
            assert.deepStrictEqual(data(text), expected);
        });
    }

    it("has the last of equal keys, and tells each but the first", () => {
        const [parsed] = parseYaml("a: 1\nb:\n  c: 1\n  c: 2\na: 3\n");
        assert.deepStrictEqual(parsed?.data, { a: 3, b: { c: 2 } });
        assert.deepStrictEqual(parsed.equalKeys(), [
            { key: "a", line: 5 },
            { key: "c", line: 4 },
        ]);
    });

    it("has the positions of each document, through aliases and merges too", () => {
        const [, parsed] = parseYaml("a: 1\n---\nx: &x\n  y: 1\nz:\n  <<: *x\nw: *x\n");
        const lines = [["x", "y"], ["z", "y"], ["w", "y"], ["w", "none"], []].map(
            (place) => parsed?.positionOf(place).line,
        );
        assert.deepStrictEqual(lines, [4, 4, 4, 7, 3]);
    });

    it("has the positions of what stands below a short tag", () => {
        const [parsed] = parseYaml("a: !If\n  - A\n  - !Sub x\nb: !Own [\n  y]\n");
        const lines = [
            ["a", "Fn::If", 1],
            ["a", "Fn::If", 1, "Fn::Sub"],
            ["a", 1],
            ["b", "Fn::Other", 0],
        ].map((place) => parsed?.positionOf(place));
        assert.deepStrictEqual(
            lines.map((position) => [position?.line, position?.column]),
            [
                [3, 10],
                [3, 10],
                [3, 10],
                [4, 9],
            ],
        );
    });

    it("is refused when an alias stands in what it names, or makes it too large", () => {
        const bomb = Array.from({ length: 8 }, (_, level) =>
            level === 0 ? `a0: &a0 [${"x,".repeat(9)}x]` : `a${level}: &a${level} [${`*a${level - 1},`.repeat(9)}x]`,
        ).join("\n");
        for (const text of ["a: &a [*a]", bomb]) {
            assert.throws(() => parseYaml(text), new UnreadableFile("it is too large, or its aliases make it so"));
        }
    });
});
