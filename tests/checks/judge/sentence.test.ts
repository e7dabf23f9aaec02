import assert from "node:assert/strict";
import { sentence, type Sentence } from "../../../checks/judge/sentence";

describe("A message, taken apart", () => {
    const subject = 'container "bert"';
    const cases: [what: string, message: string, parts: Sentence][] = [
        [
            "has its remedy behind the last colon",
            `${subject} is privileged, which none needs: leave privileged out`,
            { found: "is privileged, which none needs", remedy: "leave privileged out" },
        ],
        [
            "has its remedy behind a semicolon too",
            "no constraint holds it to Inf1; add one",
            { found: "no constraint holds it to Inf1", remedy: "add one" },
        ],
        [
            "finds what stands behind but, without what is required besides",
            `${subject} has ADDRESS "a", but container "rtd" listens on "b"; both must agree: set it to "b"`,
            { found: 'container "rtd" listens on "b"', remedy: 'set it to "b"' },
        ],
        [
            "keeps a colon that explains what was found",
            `${subject} has DEVICES "0,2", but there is a gap: the list must be contiguous; it must be ALL: set it to ALL`,
            { found: "there is a gap: the list must be contiguous", remedy: "set it to ALL" },
        ],
        [
            "is not parted inside JSON, quotes or parentheses",
            `${subject} does not depend on it: add {"name": "a; b", "condition": "START"} (see: there)`,
            { found: "does not depend on it", remedy: 'add {"name": "a; b", "condition": "START"} (see: there)' },
        ],
        [
            "keeps the name where it is one of two",
            `${subject} and container "llm" both map it, so that one gets none: map others`,
            { found: `${subject} and container "llm" both map it, so that one gets none`, remedy: "map others" },
        ],
        ["is whole where it has no remedy", "it is so", { found: "it is so" }],
        [
            "keeps all of what is not about the thing named beside it",
            'service "a" starts tasks on "b", but container "rtd" has "c": let them agree',
            { found: 'service "a" starts tasks on "b", but container "rtd" has "c"', remedy: "let them agree" },
        ],
    ];
    cases.push(
        [
            "is not parted inside an empty text, or one with an escaped quote",
            `${subject} has "" and "a\\"; b": remove "c: d"`,
            { found: 'has "" and "a\\"; b"', remedy: 'remove "c: d"' },
        ],
        [
            "is parted behind brackets of every kind",
            `${subject} has [a; (b: c)] {d; e}: remove it`,
            { found: "has [a; (b: c)] {d; e}", remedy: "remove it" },
        ],
        [
            "is parted by its brackets only where they are closed",
            `${subject} has (a; b (c; d); e: f`,
            { found: "has (a; b (c; d); e: f" },
        ],
        [
            "is parted behind a bracket that nothing opens",
            `${subject} has a) b (c: d): remove it`,
            { found: "has a) b (c: d)", remedy: "remove it" },
        ],
        [
            "keeps a name that only begins the same",
            `${subject}s are two: remove one`,
            { found: `${subject}s are two`, remedy: "remove one" },
        ],
    );
    for (const [what, message, parts] of cases) {
        it(what, () => assert.deepStrictEqual(sentence(message, subject), parts));
    }

    it("is whole where nothing is named beside it, though it begins with undefined", () =>
        assert.deepStrictEqual(sentence("undefined is no address: set one"), {
            found: "undefined is no address",
            remedy: "set one",
        }));

    it("is whole where nothing is named beside it", () =>
        assert.deepStrictEqual(sentence(`${subject} has "a", but "b" is due: set "b"`), {
            found: `${subject} has "a", but "b" is due`,
            remedy: 'set "b"',
        }));
});
