import assert from "node:assert/strict";
import { matchesPattern } from "../../../checks/configuration/pattern";

describe("A pattern", () => {
    const patterns: [string, matching: string[], others: string[]][] = [
        ["ab", ["ab"], ["", "a", "abc", "cab"]],
        ["", [""], ["a"]],
        ["*", ["", "a", "*"], []],
        ["a*", ["a", "ab"], ["", "ba"]],
        ["*a", ["a", "ba"], ["", "ab"]],
        ["a*b", ["ab", "acb", "abb"], ["a", "b", "aba", "cab"]],
        ["a*a", ["aa", "aba"], ["a"]],
        ["ab*ba", ["abba", "ab-ba"], ["aba"]],
        ["a*b*c", ["abc", "a-b-c", "abbc"], ["ac", "acb", "abab", "cba"]],
        ["a*b*b", ["abb", "a-b-b"], ["ab"]],
        ["*b*b*", ["bb", "abab"], ["b", "ab"]],
        ["**", ["", "a"], []],
    ];
    for (const [pattern, matching, others] of patterns) {
        it(`is any text in place of each *: ${JSON.stringify(pattern)}`, () =>
            assert.deepStrictEqual(
                [...matching, ...others].filter((text) => matchesPattern(pattern, text)),
                matching,
            ));
    }
});
