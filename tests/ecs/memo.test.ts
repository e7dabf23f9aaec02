import assert from "node:assert/strict";
import { memo, memoOfLast, memoOfTwo } from "../../ecs/memo";

interface Subject {
    readonly name: string;
}

const subject = (name: string): Subject => ({ name });

describe("memo", () => {
    it("computes once for each object, also where the result is undefined", () => {
        const derived: string[] = [];
        const length = memo(({ name }: Subject) => {
            derived.push(name);
            return name === "" ? undefined : name.length;
        });
        const [empty, three] = [subject(""), subject("abc")];
        assert.deepStrictEqual(
            [empty, three, empty, three].map((one) => length(one)),
            [undefined, 3, undefined, 3],
        );
        assert.deepStrictEqual(derived, ["", "abc"]);
    });

    it("keeps the results of several functions of one object apart", () => {
        const one = subject("abc");
        const length = memo(({ name }: Subject) => name.length);
        const first = memo(({ name }: Subject) => name[0]);
        assert.deepStrictEqual([length(one), first(one), length(one)], [3, "a", 3]);
    });

    it("throws the same error again where computing threw", () => {
        let times = 0;
        const failing = memo((_: Subject) => {
            times++;
            throw new Error(`the ${times}. time`);
        });
        const one = subject("");
        assert.throws(() => failing(one), new Error("the 1. time"));
        assert.throws(() => failing(one), new Error("the 1. time"));
    });

    it("returns an error that is a result", () => {
        const error = new Error("no harm");
        assert.equal(memo((_: Subject) => error)(subject("")), error);
    });

    it("computes again when the key that it is given changes", () => {
        const list = { items: ["a"], revision: {} };
        const count = memo(
            ({ items }: typeof list) => items.length,
            ({ revision }) => revision,
        );
        assert.equal(count(list), 1);
        list.items.push("b");
        assert.equal(count(list), 1);
        list.revision = {};
        assert.equal(count(list), 2);
    });
});

describe("memoOfTwo", () => {
    it("computes once for each pair of objects", () => {
        const derived: string[] = [];
        const joined = memoOfTwo((whole: Subject, part: Subject) => {
            derived.push(`${whole.name}.${part.name}`);
            return `${whole.name}.${part.name}`;
        });
        const [x, y, a, b] = [subject("x"), subject("y"), subject("a"), subject("b")];
        assert.deepStrictEqual(
            [joined(x, a), joined(x, b), joined(x, a), joined(y, a), joined(y, a)],
            ["x.a", "x.b", "x.a", "y.a", "y.a"],
        );
        assert.deepStrictEqual(derived, ["x.a", "x.b", "y.a"]);
    });
});

describe("memoOfLast", () => {
    it("computes again only for another text than the last", () => {
        const derived: string[] = [];
        const upper = memoOfLast((text) => {
            derived.push(text);
            return text.toUpperCase();
        });
        assert.deepStrictEqual(["a", "a", "b", "b", "a"].map(upper), ["A", "A", "B", "B", "A"]);
        assert.deepStrictEqual(derived, ["a", "b", "a"]);
    });
});
