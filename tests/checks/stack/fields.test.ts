import assert from "node:assert/strict";
import { UNKNOWN } from "../../../ecs/known";
import { at, firstAt, items, number, pascal, text } from "../../../checks/stack/fields";

describe("The value at a path of properties", () => {
    const values: [string, unknown, string[], unknown][] = [
        ["stands there", { a: { b: 1 } }, ["a", "b"], 1],
        ["stands there in PascalCase", { LaunchTemplate: { Id: 1 } }, ["launchTemplate", "id"], 1],
        ["stands in a list of one, which a block may be", { a: [{ b: 1 }] }, ["a", "b"], 1],
        ["is absent where a key is", { a: {} }, ["a", "b"], undefined],
        ["is absent where a holder is", {}, ["a", "b"], undefined],
        ["is absent where a holder is null", { a: null }, ["a", "b"], undefined],
        ["is absent where a list is empty", { a: [] }, ["a", "b"], undefined],
        ["is absent where a list holds null", { a: [null] }, ["a", "b"], undefined],
        ["is absent where it is null", { a: null }, ["a"], undefined],
        ["is absent where only every object has the key", {}, ["constructor"], undefined],
        ["is not known where a holder is not", { a: UNKNOWN }, ["a", "b"], UNKNOWN],
        ["is not known where a holder is a text", { a: "x" }, ["a", "b"], UNKNOWN],
        ["is not known where a list has several", { a: [{ b: 1 }, { b: 2 }] }, ["a", "b"], UNKNOWN],
    ];
    for (const [what, properties, path, value] of values) {
        it(what, () => assert.equal(at(properties, ...path), value));
    }

    it("is the first of several", () => {
        assert.equal(firstAt({ b: 2, c: 3 }, ["a"], ["b"], ["c"]), 2);
        assert.equal(firstAt({}, ["a"], ["b"]), undefined);
    });
});

describe("A value is read", () => {
    const texts: [unknown, unknown][] = [
        [undefined, undefined],
        ["", undefined],
        ["x", "x"],
        [7, UNKNOWN],
        [UNKNOWN, UNKNOWN],
    ];
    for (const [value, read] of texts) {
        it(`as a text: ${String(value)}`, () => assert.equal(text(value), read));
    }

    const numbers: [unknown, unknown][] = [
        [undefined, undefined],
        [0, 0],
        ["10", 10],
        ["123456789", 123456789],
        ["1234567890", UNKNOWN],
        ["x1", UNKNOWN],
        ["1x", UNKNOWN],
        ["", UNKNOWN],
        [UNKNOWN, UNKNOWN],
    ];
    for (const [value, read] of numbers) {
        it(`as a number: ${JSON.stringify(value) ?? String(value)}`, () => assert.equal(number(value), read));
    }

    const lists: [string, unknown, unknown][] = [
        ["nothing", undefined, []],
        ["several", [1, 2], [1, 2]],
        ["a single block", { a: 1 }, [{ a: 1 }]],
        ["what is not known", UNKNOWN, UNKNOWN],
    ];
    for (const [what, value, read] of lists) {
        it(`as a list: ${what}`, () => assert.deepStrictEqual(items(value), read));
    }
});

describe("A key", () => {
    it("has a capital in CloudFormation", () =>
        assert.deepStrictEqual(["taskDefinition", "a", ""].map(pascal), ["TaskDefinition", "A", ""]));
});
