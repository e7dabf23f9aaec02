import assert from "node:assert/strict";
import { whenOf } from "../../../cli/input/conditions";

const at = (a: boolean, b: boolean) =>
    new Map([
        ["A", a],
        ["B", b],
    ]);
const all = [at(true, true), at(true, false), at(false, true), at(false, false)];

describe("When something holds", () => {
    const cases: [cases: number[], words: string | undefined][] = [
        [[0, 1, 2, 3], undefined],
        [[0, 1], "A is true"],
        [[1, 3], "B is false"],
        [[2], "A is false and B is true"],
        [[1, 2], "A is true and B is false, or A is false and B is true"],
    ];
    for (const [chosen, words] of cases) {
        it(`is told as ${words ?? "nothing"} for ${chosen.length} of 4 cases`, () => {
            assert.strictEqual(
                whenOf(
                    all.filter((_, index) => chosen.includes(index)),
                    all,
                ),
                words,
            );
        });
    }

    it("is told with three cases at most", () => {
        const named = (value: boolean) => new Map([["A", value]]);
        const five = [true, false, true, false, true].map(named);
        assert.strictEqual(whenOf(five.slice(0, 4), five), "A is true, or A is false, or A is true, or in 1 more case");
    });
});
