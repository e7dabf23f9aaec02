import assert from "node:assert/strict";
import { join } from "node:path";
import { readConfigurationFile } from "../../../cli/input/configuration";
import { UsageError } from "../../../cli/usage-error";
import { rules } from "../../../checks/rules";
import { Workspace } from "../command";

describe("readConfigurationFile", () => {
    const workspace = new Workspace();
    const written = (name: string, content: unknown) => join(workspace.folder, workspace.write(name, content));
    after(() => workspace.remove());

    it("switches off every rule that was not asked for, and then ignores suppressions", () => {
        const suppressions = [{ resource: "bert", reason: "a trial" }];
        const file = written("config.json", { "neuron-ami": { enforcementLevel: "advisory", suppressions } });
        const levels = (only: readonly string[]) => {
            const configuration = readConfigurationFile(file, only);
            return {
                on: rules.filter((rule) => configuration.level(rule) !== "disabled").map(({ name }) => name),
                suppressions: configuration.suppressions.length,
            };
        };
        assert.deepStrictEqual(
            [levels([]), levels(["neuron-ami"])],
            [
                { on: rules.map(({ name }) => name), suppressions: 1 },
                { on: ["neuron-ami"], suppressions: 0 },
            ],
        );
    });

    it("refuses a file with every misspelt name in it, and suggests the right ones", () => {
        const file = written("misspelt.json", {
            "neuron-visible-device": "advisory",
            "neuron-rtd-sidecar": { skope: "all" },
        });
        assert.throws(
            () => readConfigurationFile(file, []),
            (error) =>
                error instanceof UsageError &&
                /did you mean neuron-visible-devices\?[^]*did you mean scope\?/.test(error.message),
        );
    });

    it("refuses a file that cannot be read, with the line", () => {
        const file = written("broken.json", '{\n"a": 1,\n}');
        assert.throws(
            () => readConfigurationFile(file, []),
            new UsageError(`the configuration ${file}:3 cannot be read: it is not JSON: property name expected`),
        );
    });
});
