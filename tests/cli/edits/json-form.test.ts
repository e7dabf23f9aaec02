import assert from "node:assert/strict";
import { jsonLayoutOf } from "../../../cli/edits/json-form";
import { editedText } from "../../../cli/edits/json-text";
import { repaired } from "../../checks/repaired";

describe("jsonLayoutOf", () => {
    const cases: [what: string, text: string, layout: object][] = [
        ["one line without blanks", '{"a":1}', { lineEnd: "\n", indentation: undefined, blank: "", pad: "" }],
        ["one line with blanks", '{ "a": 1 }', { lineEnd: "\n", indentation: undefined, blank: " ", pad: " " }],
        [
            "one line whose strings have blanks",
            '{"a":": ","b":"{ "}',
            { lineEnd: "\n", indentation: undefined, blank: "", pad: "" },
        ],
        ["lines of Windows", '{\r\n\t"a": 1\r\n}', { lineEnd: "\r\n", indentation: "\t", blank: " ", pad: "" }],
    ];
    for (const [what, text, layout] of cases) {
        it(`reads the layout of ${what}`, () => assert.deepStrictEqual(jsonLayoutOf(text), layout));
    }
});

describe("JsonForm", () => {
    it("keeps whatever form a person has given it", () => {
        const text = `{
    "family": "bert",   "volumes": [ { "name": "sock" } ],

    "containerDefinitions": [
        {
            "name": "bert", "image": "bert",
            "environment": [
                { "name": "PORT", "value": "8500" }
            ],
            "dependsOn": null,
            "mountPoints": [{ "sourceVolume": "sock", "containerPath": "/sock" }]
        },
        { "name": "neuron-rtd", "image": "neuron-rtd",
          "command": ["sh", "-c", "neuron-rtd -g unix:/sock/neuron-rtd.sock"],
          "environment": [ ],
          "mountPoints": [{"sourceVolume": "sock","containerPath": "/sock"}],
          "linuxParameters": { "capabilities": { "add": ["SYS_ADMIN"] } }
        }
    ]
}
`;
        assert.equal(
            editedText(text, [
                { place: [], edits: repaired(JSON.parse(text) as object).changes.flatMap(({ edits }) => edits) },
            ]),
            text
                .replace(
                    '"dependsOn": null',
                    '"dependsOn": [\n                {\n                    "containerName": ' +
                        '"neuron-rtd",\n                    "condition": "START"\n                }\n            ]',
                )
                .replace('["SYS_ADMIN"]', '["SYS_ADMIN", "IPC_LOCK"], "drop": []')
                .replace(
                    '"value": "8500" }',
                    '"value": "8500" },\n                { "name": "NEURON_RTD_ADDRESS", "value": ' +
                        '"unix:/sock/neuron-rtd.sock" }',
                )
                .replace(
                    '"environment": [ ]',
                    '"environment": [\n              {\n                  "name": ' +
                        '"AWS_NEURON_VISIBLE_DEVICES",\n                  "value": "ALL"\n              }\n          ]',
                ),
        );
    });

    it("takes out an item or a property with its comma, whatever stands around it", () => {
        const text = `{
    "a": [ {"b": 1}, {"b": 2},
           {"b": 3} ],   "c": { "d": 1 },

    "e": true
}`;
        const without = (...path: readonly (string | number)[]) =>
            editedText(text, [{ place: [], edits: [{ path, remove: true }] }]);
        assert.equal(without("a", 0), text.replace('{"b": 1}, ', ""));
        assert.equal(without("a", 1), text.replace(', {"b": 2}', ""));
        assert.equal(without("a", 2), text.replace(',\n           {"b": 3}', ""));
        assert.equal(without("c", "d"), text.replace(' "d": 1 ', ""));
        assert.equal(without("c"), text.replace(',   "c": { "d": 1 }', ""));
        assert.equal(without("e"), text.replace(',\n\n    "e": true', ""));
        assert.equal(without("f"), text);
    });
});
