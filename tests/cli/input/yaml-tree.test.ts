import assert from "node:assert/strict";
import * as yaml from "yaml";
import { UnreadableFile } from "../../../cli/input/document";
import { YamlTree } from "../../../cli/input/yaml-tree";

const tree = (text: string) =>
    new YamlTree(yaml, yaml.parseDocument(text, { merge: false, uniqueKeys: false, logLevel: "silent" }));

describe("The data of a YAML document", () => {
    const texts: [what: string, text: string, data: unknown][] = [
        ["is that of maps, lists and scalars", "a: [1, x]\nb: { c: null }", { a: [1, "x"], b: { c: null } }],
        ["follows aliases", "a: &one { b: 1 }\nc: *one", { a: { b: 1 }, c: { b: 1 } }],
        [
            "has what is merged, after what is its own",
            "a: &one { b: 1, c: 2 }\nd: { <<: *one, b: 3 }",
            {
                a: { b: 1, c: 2 },
                d: { b: 3, c: 2 },
            },
        ],
        [
            "spells short tags out",
            "a: !Ref b\nc: !GetAtt d.e.f\ng: !Sub x",
            {
                a: { Ref: "b" },
                c: { "Fn::GetAtt": ["d", "e.f"] },
                g: { "Fn::Sub": "x" },
            },
        ],
        ["reads words as YAML 1.1 does in a template", "Resources: { a: yes }", { Resources: { a: true } }],
        ["reads them as texts in others", "a: yes", { a: "yes" }],
        ["is null of nothing", "", null],
    ];
    for (const [what, text, data] of texts) {
        it(what, () => assert.deepStrictEqual(tree(text).data(), data));
    }

    it("is not read where an alias stands in what it names", () =>
        assert.throws(() => tree("a: &a [*a]").data(), UnreadableFile));
});

describe("A YAML document", () => {
    it("tells the deepest node on the way to a place, and what is left", () => {
        const { node, rest } = tree("a: &one\n  - b: 1\nc: *one").deepest(["c", 0, "b", "d"]);
        assert.deepStrictEqual([(node as yaml.Scalar).value, rest], [1, ["d"]]);
    });

    it("tells the keys that a map has again", () =>
        assert.deepStrictEqual(tree("a: 1\nb: 2\na: 3\n").equalKeys(), [{ key: "a", offset: 10 }]));
});
