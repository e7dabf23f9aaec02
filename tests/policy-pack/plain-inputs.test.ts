import assert from "node:assert/strict";
import { UNKNOWN } from "../../checks";
import { plainInputs } from "../../policy-pack/plain-inputs";

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

    it("are unknown where they are nested too deep to be read", () => {
        const deep = (levels: number): object => (levels === 0 ? { end: "a" } : { next: deep(levels - 1) });
        assert.match(JSON.stringify(plainInputs(deep(15))), /"end":"a"/);
        assert.doesNotMatch(JSON.stringify(plainInputs(deep(16))), /"end"/);
    });
});
