import assert from "node:assert/strict";
import { textDiff } from "../../../cli/edits/text-diff";
import { noColours as colours } from "../../../cli/reports/colours";

/** The difference of two texts of YAML, in which only numbers may be shown. */
function difference(before: string, after: string) {
    const isShown = (text: string) => /^\d+$/.test(text);
    const { text, isWhole } = textDiff(before, after, {
        path: "a\\b.yaml",
        label: "new",
        isJson: false,
        colours,
        isShown,
    });
    return { lines: text.split("\n"), isWhole };
}

const lines = (...numbers: readonly number[]) => numbers.map((number) => `k${number}: ${number}\n`).join("");
const head = ["--- a/b.yaml", "+++ a/b.yaml\t(new)"];

describe("The difference of two texts", () => {
    it("has three lines around a change", () =>
        assert.deepStrictEqual(difference(lines(1, 2, 3, 4, 5), `${lines(1, 2, 3, 4)}k5: 6\n`), {
            lines: [...head, "@@ -2,4 +2,4 @@", " k2: 2", " k3: 3", " k4: 4", "-k5: 5", "+k5: 6", ""],
            isWhole: true,
        }));

    it("shows no value in which a secret may stand, and is not for patch then", () =>
        assert.deepStrictEqual(difference("password: hunter2\nk1: 1\n", "password: hunter3\nk1: 1\n"), {
            lines: [...head, "@@ -1,2 +1,2 @@", "-password: …", "+password: …", " k1: 1", ""],
            isWhole: false,
        }));

    it("leaves a line with such a value out where it does not change", () =>
        assert.deepStrictEqual(difference("k1: 1\npassword: hunter2\n", "k1: 2\npassword: hunter2\n"), {
            lines: [...head, "@@ -1,1 +1,1 @@", "-k1: 1", "+k1: 2", ""],
            isWhole: true,
        }));

    it("is nothing but its head for equal texts", () =>
        assert.deepStrictEqual(difference(lines(1), lines(1)), { lines: [...head, ""], isWhole: true }));
});
