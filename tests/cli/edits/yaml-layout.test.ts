import assert from "node:assert/strict";
import * as yaml from "yaml";
import { column, isBlock, yamlLayoutOf, needsQuotes } from "../../../cli/edits/yaml-layout";

function rootOf(text: string): yaml.Node {
    return yaml.parseDocument<yaml.Node>(text).contents as yaml.Node;
}

const plain = {
    lineEnd: "\n",
    step: 2,
    indentsLists: true,
    keys: "PLAIN",
    texts: "PLAIN",
    singleQuotes: false,
    pad: " ",
};

describe("yamlLayoutOf", () => {
    const cases: [what: string, text: string, other: object][] = [
        ["no lines, texts or braces", "1", {}],
        ["steps of two blanks", "a:\n  b: x", {}],
        ["steps of four blanks", "a:\n    b: 1", { step: 4 }],
        ["more steps of four blanks than of two", "a:\n  b: 1\nc:\n    d:\n        e: 1", { step: 4 }],
        ["lists below their keys", "a:\n- 1", { indentsLists: false }],
        ["lists four blanks to the right", "a:\n    - 1", { step: 4 }],
        ["Windows line ends", "a: 1\r\nb: 2\r\n", { lineEnd: "\r\n" }],
        ["texts in double quotes", 'a: "x"', { texts: "QUOTE_DOUBLE" }],
        ["texts in single quotes", "a: 'x'", { texts: "QUOTE_SINGLE", singleQuotes: true }],
        ["single quotes where they are needed only", "a: x\nb: '1'\nc: '2'", { singleQuotes: true }],
        ["keys in double quotes", '"a": 1', { keys: "QUOTE_DOUBLE" }],
        ["braces without blanks", "a: {b: 1}", { pad: "" }],
        ["braces with blanks", "a: { b: 1 }", {}],
        ["empty braces, which say nothing", "a: {}", {}],
    ];
    for (const [what, text, other] of cases) {
        it(`reads the layout of a text with ${what}`, () =>
            assert.deepStrictEqual(yamlLayoutOf(yaml, rootOf(text), text), { ...plain, ...other }));
    }
});

describe("needsQuotes", () => {
    const cases: [text: string, isNeeded: boolean][] = [
        ["bert", false],
        ["8500", true],
        ["yes", true],
        ["0777", true],
        ["", true],
        ["a: b", true],
        ["arn:aws:iam::123456789012:role/a", false],
    ];
    for (const [text, isNeeded] of cases) {
        it(`is ${isNeeded} for ${JSON.stringify(text)}, which may be YAML 1.1`, () =>
            assert.equal(needsQuotes(yaml, text), isNeeded));
    }
});

describe("A block of YAML", () => {
    it("is a list or map on lines of its own, with something in it", () =>
        assert.deepStrictEqual(
            ["a: 1", "- 1", "{a: 1}", "[1]", "[]", "1"].map((text) => isBlock(yaml, rootOf(text))),
            [true, true, false, false, false, false],
        ));

    it("stands at the column of its first character", () => {
        const text = "a:\n  - b: 1\n";
        const inner = yaml.parseDocument(text).getIn(["a", 0]) as yaml.Node;
        assert.deepStrictEqual(
            [rootOf(text), inner].map((node) => column(node, text)),
            [0, 4],
        );
    });
});
