import assert from "node:assert/strict";
import { jsonLanguage } from "../../../cli/edits/json-text";
import { withEdits, type DefinitionEdits } from "../../../cli/edits/text-language";
import { repaired } from "../../checks/repaired";

function edited(text: string, definitions: readonly DefinitionEdits[]): string {
    const language = jsonLanguage(text);
    return withEdits(text, language.read(text), definitions, language, jsonLanguage);
}

describe("withEdits", () => {
    it("spells keys as the text does, and changes the last of several properties with one key", () => {
        const text =
            '{"ContainerDefinitions": [{"Name": "neuron-rtd", "Image": "a", "LinuxParameters": {}, ' +
            '"LinuxParameters": {"InitProcessEnabled": true}}, {"Name": "b", "Image": "b"}]}';
        const { changes } = repaired(JSON.parse(text) as object, ["neuron-rtd-capabilities"]);
        assert.equal(
            edited(text, [{ place: [], edits: changes.flatMap(({ edits }) => edits) }]),
            text.replace(
                '{"InitProcessEnabled": true}',
                '{"InitProcessEnabled": true, "Capabilities": {"Add": ["SYS_ADMIN", "IPC_LOCK"], "Drop": []}}',
            ),
        );
    });

    it("edits several task definitions of a text, in whatever order they are given", () => {
        const edit = (value: number) => [{ path: ["cpu"], value }];
        assert.equal(
            edited('[{"cpu": 1}, {"cpu": 1}, {"cpu": 1}]', [
                { place: [2], edits: edit(1024) },
                { place: [0], edits: edit(256) },
            ]),
            '[{"cpu": 256}, {"cpu": 1}, {"cpu": 1024}]',
        );
    });

    it("adds the objects and lists that lead to a new value, in the case of the keys around them", () => {
        const edits = [{ path: ["linuxParameters", "capabilities", "add"], value: "IPC_LOCK", append: true as const }];
        assert.equal(
            edited('{"Name": "bert"}', [{ place: [], edits }]),
            '{"Name": "bert", "LinuxParameters": {"Capabilities": {"Add": ["IPC_LOCK"]}}}',
        );
    });

    it("refuses a place at which nothing stands", () =>
        assert.throws(
            () => edited("{}", [{ place: ["taskDefinition"], edits: [{ path: ["cpu"], value: 1 }] }]),
            new RangeError("there is no task definition at this place of the text"),
        ));
});
