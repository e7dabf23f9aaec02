import assert from "node:assert/strict";
import { guide } from "../../../checks/examples/bases/guide";
import { changed, type ExampleChange } from "../../../checks/examples/change";
import { Workspace } from "../command";
import { canary, rightDefinition } from "../definitions";

interface Reported {
    readonly rule: string;
    readonly found: string;
    readonly isFixable: boolean;
    readonly fix?: { readonly edits: readonly object[]; readonly replacement?: object };
}

describe("Whether --fix repairs a finding", () => {
    let workspace: Workspace;

    before(() => (workspace = new Workspace()));
    after(() => workspace.remove());

    const reported = (changes: readonly ExampleChange[], args: readonly string[] = []) => {
        workspace.write("task.json", changed(rightDefinition(), changes, guide.roles));
        const { out } = workspace.run(["check", "--format", "json", ...args, "task.json"]);
        assert.ok(!out.includes(canary));
        return (JSON.parse(out) as { findings: readonly Reported[] }).findings;
    };

    it("is told of each, also where another one stands at the same place", () => {
        const waiting = (containerName: string) => [{ containerName, condition: "START" }];
        const envoy = { name: "envoy", image: "envoy", memory: 100, dependsOn: waiting("bert") };
        const findings = reported([
            { add: "containerDefinitions", value: envoy },
            { set: "containerDefinitions[model].dependsOn", to: waiting("envoy") },
        ]);
        assert.deepStrictEqual(
            findings.map(({ rule, found, isFixable }) => [rule, found, isFixable]),
            [
                [
                    "neuron-rtd-starts-first",
                    'waits for container "envoy", which waits for container "bert", so that none of them starts',
                    false,
                ],
                ["neuron-rtd-starts-first", 'does not depend on the sidecar, container "neuron-rtd"', true],
            ],
        );
    });

    it("is not told of a fix after which another rule would find more", () => {
        const findings = reported([
            { set: "containerDefinitions[model].dependsOn", to: [] },
            { set: "containerDefinitions[sidecar].dependsOn", to: [{ containerName: "bert", condition: "START" }] },
        ]);
        assert.deepStrictEqual(
            findings.map(({ rule, isFixable, fix }) => [rule, isFixable, fix]),
            [["neuron-rtd-starts-first", false, undefined]],
        );
    });

    it("is told without the text where values stand between the places that it changes", () => {
        const devices = { name: "AWS_NEURON_VISIBLE_DEVICES", value: "all" };
        const findings = reported([
            {
                set: "containerDefinitions[sidecar].environment",
                to: [devices, { name: "PASSWORD", value: canary }, devices],
            },
        ]);
        assert.deepStrictEqual(
            findings.map(({ isFixable, fix }) => [isFixable, fix?.edits.length, fix?.replacement]),
            [[true, 2, undefined]],
        );
    });

    it("is not told of what is suppressed", () => {
        const suppressions = [{ resource: "bert", reason: "a trial" }];
        workspace.write("config.json", { "neuron-rtd-starts-first": { suppressions } });
        const findings = reported([{ remove: "containerDefinitions[model].dependsOn" }], ["--config", "config.json"]);
        assert.deepStrictEqual(
            findings.map(({ rule, isFixable }) => [rule, isFixable]),
            [["neuron-rtd-starts-first", false]],
        );
    });
});
