import assert from "node:assert/strict";
import { fact, factOfPart, Facts } from "../../ecs/facts";

const subject = (name: string) => ({ name, facts: new Facts() });

describe("A fact", () => {
    it("is derived once of each thing, also where it is undefined", () => {
        const derived: string[] = [];
        const length = fact(({ name }: ReturnType<typeof subject>) => {
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

    it("is one of several of a thing", () => {
        const one = subject("abc");
        const length = fact(({ name }: typeof one) => name.length);
        const first = fact(({ name }: typeof one) => name[0]);
        assert.deepStrictEqual([length(one), first(one), length(one)], [3, "a", 3]);
    });

    it("may be the error that deriving it throws, the same each time", () => {
        let times = 0;
        const failing = fact((_: ReturnType<typeof subject>) => {
            times++;
            throw new Error(`the ${times}. time`);
        });
        const one = subject("");
        assert.throws(() => failing(one), new Error("the 1. time"));
        assert.throws(() => failing(one), new Error("the 1. time"));
    });

    it("may be an error that is a value", () => {
        const error = new Error("no harm");
        assert.equal(fact((_: ReturnType<typeof subject>) => error)(subject("")), error);
    });
});

describe("A fact of a part", () => {
    it("is derived once of each part, with its whole", () => {
        const derived: string[] = [];
        const joined = factOfPart((whole: string, { name }: ReturnType<typeof subject>) => {
            derived.push(name);
            return `${whole}.${name}`;
        });
        const [a, b] = [subject("a"), subject("b")];
        assert.deepStrictEqual([joined("x", a), joined("x", b), joined("x", a)], ["x.a", "x.b", "x.a"]);
        assert.deepStrictEqual(derived, ["a", "b"]);
    });
});
