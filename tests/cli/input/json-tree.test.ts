import assert from "node:assert/strict";
import { JsonTree, rangeInText } from "../../../cli/input/json-tree";

const inner = `[{ "name": "a\\n" }, "b"]`;
const text = `{ "list": [1, { "Key": true }], "text": ${JSON.stringify(inner)}, "plain": "{", "twice": 1, "twice": 2 }`;

describe("The range of a value in a JSON text", () => {
    const at = (...place: (string | number)[]) => text.slice(...new JsonTree(text).rangeOf(place));
    const cases: [what: string, place: (string | number)[], value: string][] = [
        ["is the whole for no steps", [], text],
        ["is that of an item", ["list", 0], "1"],
        ["is found however a key is spelt", ["list", 1, "key"], "true"],
        ["is that of the deepest on the way", ["list", 5, "key"], '[1, { "Key": true }]'],
        ["is that of the last of equal keys", ["twice"], "2"],
        ["is in a text of JSON, as it is written there", ["text", 0, "name"], String.raw`\"a\\n\"`],
        ["is that of the deepest in a text of JSON", ["text", 0, "x"], String.raw`{ \"name\": \"a\\n\" }`],
    ];
    for (const [what, place, value] of cases) {
        it(what, () => assert.equal(at(...place), value));
    }

    it("is nothing in an empty text", () => assert.deepStrictEqual(new JsonTree("").rangeOf(["a"]), [0, 0]));
});

describe("The range of a value in a text inside another", () => {
    it("begins where that stands", () => assert.deepStrictEqual(rangeInText('["a"]', `'["a"]'`, 10, [0]), [12, 15]));

    it("is not told of what is no text, or is written in another way", () =>
        assert.deepStrictEqual(
            [rangeInText(1, "1", 0, [0]), rangeInText('["a"]', "*anchor", 0, [0]), rangeInText("", "''", 0, [0])],
            [undefined, undefined, undefined],
        ));
});
