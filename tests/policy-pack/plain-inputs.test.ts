import assert from "node:assert/strict";
import { UNKNOWN } from "../../checks";
import { plainInputs, sameInputs } from "../../policy-pack/plain-inputs";

describe("The inputs that the engine shows", () => {
    it("are unknown where a secret is not decrypted, at any depth", () => {
        const inputs = {
            containerDefinitions: "[secret]",
            volumes: [{ name: "[secret]" }, "[secret]"],
            family: "[secret] ",
        };
        assert.deepStrictEqual(
            { ...plainInputs(inputs), volumes: undefined },
            { containerDefinitions: UNKNOWN, volumes: undefined, family: "[secret] " },
        );
        const [first, second] = plainInputs(inputs)["volumes"] as [Record<string, unknown>, unknown];
        assert.deepStrictEqual([first["name"], second], [UNKNOWN, UNKNOWN]);
    });

    const deep = (levels: number): object => (levels === 0 ? { end: "a" } : { next: deep(levels - 1) });
    const inputs = { family: "bert", secret: "[secret]", volumes: [{ name: "sock", hostPath: null }], deep: deep(20) };
    const changed: [string, object, boolean][] = [
        ["nothing", {}, true],
        ["a value", { family: "gpt" }, false],
        ["a secret that is decrypted", { secret: "a" }, false],
        ["a nested value", { volumes: [{ name: "data", hostPath: null }] }, false],
        ["the length of a list", { volumes: [...inputs.volumes, { name: "data" }] }, false],
        ["a key more", { cpu: "256" }, false],
        ["a key in place of another", { volumes: [{ name: "sock", path: null }] }, false],
        ["an object that becomes null", { deep: null }, false],
        ["what is too deep to be read", { deep: deep(25) }, true],
    ];
    for (const [what, change, isSame] of changed) {
        it(`are ${isSame ? "the same" : "others"} where this has changed: ${what}`, () =>
            assert.equal(sameInputs({ ...inputs, ...change }, plainInputs(inputs)), isSame));
    }
});
