import assert from "node:assert/strict";
import { UNKNOWN } from "../../../../checks";
import { plainValue, stepsFrom } from "../../../../cli/input/formats/pulumi-values";

const signature = "4dabf18193072939515e22adb298388d";
const marked = (kind: string, rest: object) => ({ [signature]: kind, ...rest });
const secret = "1b47061264138c4ac30d75fd1eb44270";
const output = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

describe("A value of a Pulumi state", () => {
    const cases: [what: string, value: unknown, read: unknown][] = [
        ["itself, when it is plain", { a: ["x", 1, true] }, { a: ["x", 1, true] }],
        ["its plain text, when it is a secret with one", marked(secret, { plaintext: '"ALL"' }), "ALL"],
        ["not known, when it is encrypted", marked(secret, { ciphertext: "v1:x" }), UNKNOWN],
        ["not known, where the engine does not decrypt", "[secret]", UNKNOWN],
        ["not known, inside a list too", ["[secret]", "a"], [UNKNOWN, "a"]],
        ["itself, when it only has the word in it", "a [secret]", "a [secret]"],
        ["not known, before the update", unknown, UNKNOWN],
        ["that of an output", marked(output, { value: "ALL", secret: false }), "ALL"],
        ["not known, when the output is not there yet", marked(output, {}), UNKNOWN],
        ["not known, when it is another resource", marked("5cf8f73096256a8f31e491e813e4eb8e", { urn: "a" }), UNKNOWN],
    ];
    for (const [what, value, read] of cases) {
        it(`is ${what}`, () => {
            assert.deepStrictEqual(plainValue({ value }, 0), { value: read });
        });
    }
});

describe("The way from a value of a Pulumi state to what is taken of it", () => {
    const cases: [what: string, value: unknown, steps: string[]][] = [
        ["is none where that is itself", { a: 1 }, []],
        ["leads to the plain text of a secret", marked(secret, { plaintext: '"ALL"' }), ["plaintext"]],
        ["is none in a secret without one", marked(secret, { ciphertext: "v1:x" }), []],
        [
            "leads through an output",
            marked(output, { value: marked(secret, { plaintext: '"ALL"' }) }),
            ["value", "plaintext"],
        ],
    ];
    for (const [what, value, steps] of cases) {
        it(what, () => assert.deepStrictEqual(stepsFrom(value), steps));
    }
});
