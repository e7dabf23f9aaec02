import assert from "node:assert/strict";
import * as yaml from "yaml";
import { NotCertain, YamlLines } from "../../../cli/edits/yaml-lines";

const text = "a:\n  - # one\n    b: 1\n  - c: {d: 2}\ne: 3";
const lines = new YamlLines(yaml, text, "\n");
const at = (part: string) => text.indexOf(part);

describe("The lines of a YAML text", () => {
    it("tell where the last value of a list ends, and where the next line begins", () => {
        const { contents } = yaml.parseDocument(text);
        assert.ok(yaml.isMap(contents));
        assert.equal(lines.endOf(contents.items[0]), at("\ne: 3"));
        assert.equal(lines.lineAfter(at("b: 1")), at("  - c"));
        assert.equal(lines.lineAfter(text.length), text.length);
    });

    it("tell the indentation of a line, and the dash of an item, also above a comment", () => {
        assert.equal(lines.indentAt(at("b: 1")), "    ");
        assert.equal(lines.dash(at("b: 1"), 2), at("- # one"));
        assert.equal(lines.dash(at("c:"), 2), at("- c"));
    });

    it("are added below one, also behind a last one without an end", () => {
        assert.equal(lines.below(at("b: 1"), ["x: 1", "y: 2"], 4), text.replace("1\n", "1\n    x: 1\n    y: 2\n"));
        assert.equal(lines.below(text.length, ["f: 4"], 0), `${text}\nf: 4`);
    });

    it("lose no comment", () => {
        assert.equal(lines.without(at("e: 3"), text.length), text.slice(0, -4));
        assert.throws(() => lines.without(at("- # one"), at("b: 1")), NotCertain);
    });
});
