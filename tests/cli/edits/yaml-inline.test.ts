import assert from "node:assert/strict";
import { addedInBrackets } from "../../../cli/edits/yaml-inline";

/** The text with `new` added to its one pair of brackets, whose last item stands between « and ». */
function added(marked: string, pad = ""): string {
    const [before = "", last, after = ""] = marked.split(/[«»]/);
    const text = marked.replace(/[«»]/g, "");
    const brackets = {
        start: text.search(/[[{]/),
        end: Math.max(text.lastIndexOf("]"), text.lastIndexOf("}")) + 1,
        last: last === undefined ? undefined : { start: before.length, end: text.length - after.length },
        pad,
    };
    return addedInBrackets(text, brackets, "new", "\n");
}

describe("addedInBrackets", () => {
    const cases: [where: string, before: string, after: string, pad?: string][] = [
        ["alone into empty brackets", "a: []", "a: [new]"],
        ["without the blanks of empty brackets", "a: [  ]", "a: [new]"],
        ["with blanks inside the braces of a map", "a: {}", "a: { new }", " "],
        ["before a comment in empty brackets", "a: [ # none\n]", "a: [new # none\n]"],
        ["behind the last on one line", "a: [1, «2»] # a", "a: [1, 2, new] # a"],
        ["behind a last comma, with another", "a: [1, «2», ]", "a: [1, 2, new, ]"],
        ["on a line of its own", "a: [\n  1,\n  «2»\n]", "a: [\n  1,\n  2,\n  new\n]"],
        ["on a line of its own, with a last comma", "a: [\n  1,\n  «2»,\n]", "a: [\n  1,\n  2,\n  new,\n]"],
        ["below a comment on the last", "a: [\n  «1» # one\n]", "a: [\n  1, # one\n  new\n]"],
        ["behind a comma below a comment", "a: [\n  «1» # one\n  ,\n]", "a: [\n  1 # one\n  ,\n  new,\n]"],
        ["on a line of its own before a bracket on the last line", "a: [\n  «1»]", "a: [\n  1,\n  new]"],
    ];
    for (const [where, before, after, pad] of cases) {
        it(`adds ${where}`, () => assert.equal(added(before, pad), after));
    }
});
