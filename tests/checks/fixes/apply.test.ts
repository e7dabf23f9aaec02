import assert from "node:assert/strict";
import { edited } from "../../../checks/fixes/apply";
import type { Edit } from "../../../checks/fixes/fix";

const add = (value: unknown, ...path: (string | number)[]): Edit => ({ path, value, append: true });
const remove = (...path: (string | number)[]): Edit => ({ path, remove: true });
const set = (value: unknown, ...path: (string | number)[]): Edit => ({ path, value });

describe("An edit of a task definition", () => {
    const cases: [string, object, Edit, object][] = [
        ["sets a value", { a: { b: 1, c: 2 } }, set(3, "a", "b"), { a: { b: 3, c: 2 } }],
        ["sets null", { a: 1 }, set(null, "a"), { a: null }],
        ["sets a value in a list", { a: [{ b: 1 }, { b: 2 }] }, set(3, "a", 1, "b"), { a: [{ b: 1 }, { b: 3 }] }],
        ["sets a value that was not there", { a: {} }, set(3, "a", "b"), { a: { b: 3 } }],
        ["sets a value where nothing was around it", {}, set(3, "a", "b"), { a: { b: 3 } }],
        ["adds to a list", { a: [1] }, add(2, "a"), { a: [1, 2] }],
        ["adds to a list that was not there", {}, add(2, "a", "b"), { a: { b: [2] } }],
        ["adds to a list that is null", { a: null }, add(2, "a"), { a: [2] }],
        ["adds below what is null", { a: null }, add(2, "a", "b"), { a: { b: [2] } }],
        ["takes an item out of a list", { a: [1, 2, 3] }, remove("a", 1), { a: [1, 3] }],
        ["takes a key out of an object, as it is spelt", { A: { B: 1, C: 2 } }, remove("a", "b"), { A: { C: 2 } }],
        ["takes an item out of a JSON text", { a: "[1,2]" }, remove("a", 0), { a: "[2]" }],
        ["begins lists on the way", {}, set(1, "a", 0, "b"), { a: [{ b: 1 }] }],
        [
            "spells keys as they are spelt",
            { A: [{ B: 1 }] },
            add({ b: 2, c: { d: 3 } }, "a"),
            { A: [{ B: 1 }, { B: 2, C: { d: 3 } }] },
        ],
        ["leaves a list as it is", { A: 1 }, set([{ b: 1 }], "a"), { A: [{ b: 1 }] }],
        ["spells new keys as those beside them", { A: { B: 1 } }, set(2, "a", "c"), { A: { B: 1, C: 2 } }],
        ["spells keys as those around, where there are none beside them", { A: {} }, set(2, "a", "c"), { A: { C: 2 } }],
        [
            "takes the key that is there, whatever the others are like",
            { A: { B: 1, c: 1 } },
            set(2, "a", "c"),
            { A: { B: 1, c: 2 } },
        ],
        [
            "edits a JSON text, and makes a text of it again",
            { a: '[{"b":1}]' },
            set(2, "a", 0, "b"),
            { a: '[{"b":2}]' },
        ],
        ["takes a key of every object for none", {}, add(1, "constructor"), { constructor: [1] }],
    ];
    for (const [what, definition, edit, expected] of cases) {
        it(what, () => {
            const before = structuredClone(definition);
            assert.deepStrictEqual(edited(definition, edit), expected);
            assert.deepStrictEqual(definition, before);
        });

        it(`${what}, in place`, () => {
            const before = structuredClone(definition);
            assert.equal(edited(before, edit, true), before);
            assert.deepStrictEqual(before, expected);
        });
    }

    it("sets nothing, in place, but the value: what is around it may be read-only", () => {
        const inner = { b: 1 };
        edited(Object.freeze({ a: Object.freeze([inner]) }), set(2, "a", 0, "b"), true);
        assert.deepStrictEqual(inner, { b: 2 });
    });

    it("adds, in place, to the list that is there", () => {
        const list = [1];
        edited(Object.freeze({ a: list }), add(2, "a"), true);
        assert.deepStrictEqual(list, [1, 2]);
    });

    it("copies nothing that it does not touch", () => {
        const definition = { a: [{ b: 1 }, { b: 2 }], c: {} };
        const after = edited(definition, set(3, "a", 1, "b")) as typeof definition;
        assert.deepStrictEqual([after.a[0] === definition.a[0], after.c === definition.c], [true, true]);
    });
});
