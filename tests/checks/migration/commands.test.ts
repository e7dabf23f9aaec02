import assert from "node:assert/strict";
import { migrated, rebuild } from "./migrated-task";

describe("The commands of a migrated task", () => {
    const left = 'take out of the command of container "bert" what it does with the daemon or its socket';
    const cases: [what: string, model: object, isLeft: boolean][] = [
        ["waits for the socket", { command: ["until [ -S /run/neuron.sock ]; do sleep 1; done; serve"] }, true],
        [
            "waits for a socket of another name",
            { command: ["until [ -S /run/neuron-2.x.sock ]; do sleep 1; done"] },
            true,
        ],
        ["names the daemon", { command: ["serve --runtime neuron-rtd"] }, true],
        ["asks the daemon", { entryPoint: ["sh", "-c", "neuron-cli list-model; serve"] }, true],
        [
            "is healthy while the socket is there",
            { healthCheck: { command: ["CMD-SHELL", "test -S /run/neuron.sock"] } },
            true,
        ],
        ["does neither", { command: ["serve --socket /run/serve.sock --neuron"] }, false],
    ];
    for (const [what, model, isLeft] of cases) {
        it(`are ${isLeft ? "" : "not "}to be changed where one ${what}`, () =>
            assert.equal(migrated({ model }).checklist[0], isLeft ? left : rebuild));
    }
});
