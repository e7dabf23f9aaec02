import assert from "node:assert/strict";
import { contractText } from "../../../cli/edits/contract-text";

const definition = {
    containerDefinitions: [
        {
            environment: [
                { name: "NEURON_RTD_ADDRESS", value: "unix:/sock/neuron.sock" },
                { name: "PASSWORD", value: "hunter2" },
            ],
        },
        { Environment: [{ Name: "NEURON_RT_NUM_CORES", Value: "2" }] },
    ],
};
const edits = [
    { path: ["image"], value: "neuron-rtd:latest" },
    { path: ["user"], remove: true as const },
];

describe("A value beside edits of a definition", () => {
    const values: [string, boolean][] = [
        ['"neuron-rtd:latest"', true],
        ['"unix:/sock/neuron.sock"', true],
        ['"2"', true],
        ['"neuron-rtd"', true],
        ['"/bin/sh"', true],
        ['"neuron-rtd -g unix:/run/a.sock"', true],
        ['"hunter2"', false],
        ['"neuron-rtd --password hunter2"', false],
        ['"PASSWORD"', false],
        ["3", false],
    ];
    for (const [value, isShown] of values) {
        it(`${isShown ? "is shown" : "may be a secret"}: ${value}`, () =>
            assert.equal(contractText(edits, [definition])(value), isShown));
    }
});
