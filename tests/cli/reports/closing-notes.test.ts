import assert from "node:assert/strict";
import { closingNotes } from "../../../cli/reports/closing-notes";
import { Workspace } from "../command";
import { rightDefinition } from "../definitions";

describe("closingNotes", () => {
    const files = { config: "config.json", baseline: "baseline.json" };

    it("names each suppression that matches nothing", () => {
        const unmatchedSuppressions = [
            { policy: "neuron-ami", resource: "a", reason: "a trial" },
            { policy: "libnrt-devices", resource: "b-*", reason: "a trial" },
        ];
        assert.deepStrictEqual(closingNotes({ unmatchedSuppressions, goneFromBaseline: 0 }, files), [
            'config.json: the suppression of neuron-ami for "a" matches nothing: remove it',
            'config.json: the suppression of libnrt-devices for "b-*" matches nothing: remove it',
        ]);
    });

    const gone: [count: number, notes: string[]][] = [
        [0, []],
        [1, ["baseline.json: 1 finding of it is gone; --update-baseline takes what is gone out"]],
        [2, ["baseline.json: 2 findings of it are gone; --update-baseline takes what is gone out"]],
    ];
    for (const [goneFromBaseline, notes] of gone) {
        it(`counts what is gone from the baseline: ${goneFromBaseline}`, () => {
            assert.deepStrictEqual(closingNotes({ unmatchedSuppressions: [], goneFromBaseline }, files), notes);
        });
    }
});

describe("A suppression that matches nothing", () => {
    const workspace = new Workspace();
    after(() => workspace.remove());

    it("is reported, and fails nothing; not where only some rules were asked for", () => {
        workspace.write("task.json", rightDefinition());
        const suppressions = [{ resource: "gone-*", reason: "a trial" }];
        workspace.write("config.json", { "neuron-visible-devices": { suppressions } });
        const out = "1 file checked: 0 mandatory, 0 advisory\n";
        const all = ["check", "--config", "config.json", "task.json"];
        assert.deepStrictEqual(workspace.run(all), {
            code: 0,
            out,
            err: 'config.json: the suppression of neuron-visible-devices for "gone-*" matches nothing: remove it\n',
        });
        assert.deepStrictEqual(workspace.run([...all, "--rule", "neuron-rtd-sidecar"]), { code: 0, out, err: "" });
    });
});
