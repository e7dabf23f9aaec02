import assert from "node:assert/strict";
import { canBothMatch } from "../../../components/route/patterns";

const meet: readonly (readonly [string, string])[] = [
    ["/v1/bert", "/v1/bert"],
    ["/v1/*", "/v1/models/bert"],
    ["/v1/*", "*/bert"],
    ["*", ""],
    ["*.example.com", "bert.*"],
    ["bert-?.example.com", "*-1.example.com"],
    ["a*b*c", "axxc*c"],
    ["**", "/"],
];

const disjoint: readonly (readonly [string, string])[] = [
    ["/v1/bert", "/v1/resnet"],
    ["/v1/*", "/v2/*"],
    ["*.example.com", "example.com"],
    ["bert-?.example.com", "bert-.example.com"],
    ["a*b", "a*c"],
    ["/v1", "/v1/"],
];

describe("route: patterns", () => {
    for (const [one, other] of meet) {
        it(`${one} and ${other} can both match`, () => {
            assert.deepStrictEqual([canBothMatch(one, other), canBothMatch(other, one)], [true, true]);
        });
    }
    for (const [one, other] of disjoint) {
        it(`${one} and ${other} cannot both match`, () => {
            assert.deepStrictEqual([canBothMatch(one, other), canBothMatch(other, one)], [false, false]);
        });
    }
});
