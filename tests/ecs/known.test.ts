import assert from "node:assert/strict";
import { all, any, anyOf, holds, not, UNKNOWN, type Known } from "../../ecs/known";

const values: readonly Known<boolean>[] = [true, false, UNKNOWN];
const pairs = values.flatMap((one) => values.map((other): readonly Known<boolean>[] => [one, other]));

describe("What may not be known yet", () => {
    it("is turned round by not, and stays unknown", () =>
        assert.deepStrictEqual(values.map(not), [false, true, UNKNOWN]));

    it("makes any unknown only when nothing is true", () => {
        assert.deepStrictEqual(pairs.map(any), [true, true, true, true, false, UNKNOWN, true, UNKNOWN, UNKNOWN]);
        assert.equal(any([]), false);
    });

    it("makes all unknown only when nothing is false", () => {
        assert.deepStrictEqual(pairs.map(all), [true, false, UNKNOWN, false, false, false, UNKNOWN, false, UNKNOWN]);
        assert.equal(all([]), true);
    });

    it("holds what a test says, and what is absent holds nothing", () => {
        assert.deepStrictEqual(
            [1, 2, undefined, UNKNOWN].map((value) => holds(value, (one) => one !== 2)),
            [true, false, false, UNKNOWN],
        );
    });

    it("may be a whole list, of which nothing is known either", () => {
        const isOne = (value: number) => value === 1;
        assert.deepStrictEqual(
            [anyOf([1, 2], isOne), anyOf([2], isOne), anyOf(UNKNOWN, isOne)],
            [true, false, UNKNOWN],
        );
    });
});
