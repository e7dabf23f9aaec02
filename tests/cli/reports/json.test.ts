import assert from "node:assert/strict";
import { Workspace } from "../command";
import { cloudFormation, repairableMessage, repairableDefinition } from "../definitions";

describe("ecs-inferentia check --format json", () => {
    let workspace: Workspace;

    before(() => (workspace = new Workspace()));
    after(() => workspace.remove());

    const about = {
        rule: "neuron-visible-devices",
        level: "mandatory",
        severity: "critical",
        kind: "violation",
        path: "containerDefinitions[1].environment.AWS_NEURON_VISIBLE_DEVICES",
        container: "neuron-rtd",
        found: 'item 1, "all", is not a device index',
        remedy: "set it to ALL",
        role: { part: "daemon", reason: "it is named so" },
        runtime: "neuron-rtd",
        message: repairableMessage,
    };
    const checked = (file: string, content: unknown) => {
        const text = JSON.stringify(content, undefined, 2);
        workspace.write(file, text);
        const line = text.split("\n").findIndex((one) => one.includes('"all"')) + 1;
        const column = (text.split("\n")[line - 1] ?? "").indexOf('"all"') + 1;
        const report = JSON.parse(workspace.run(["check", "--format", "json", file]).out) as unknown;
        return { report, position: { file, line, column, endLine: line, endColumn: column + 5 } };
    };
    const rest = {
        version: 1,
        failures: [],
        unmatchedSuppressions: [],
        goneFromBaseline: 0,
        files: 1,
        summary: { mandatory: 1, advisory: 0, notDecided: 0, suppressed: 0, accepted: 0, unreadable: 0 },
    };

    it("tells severity, position, container, and how --fix repairs it", () => {
        const { report, position } = checked("task.json", repairableDefinition());
        const { line, column } = position;
        const fix = {
            note: 'container "neuron-rtd" now has AWS_NEURON_VISIBLE_DEVICES "ALL"',
            edits: [{ path: ["containerDefinitions", 1, "environment", 0, "value"], value: "ALL" }],
            replacement: {
                region: { line, column: column + 1, endLine: line, endColumn: column + 4 },
                text: "ALL",
            },
        };
        assert.deepStrictEqual(report, {
            findings: [{ ...position, ...about, resource: "bert", isFixable: true, fix }],
            ...rest,
        });
    });

    it("tells what --fix does not repair", () => {
        const { report, position } = checked("template.json", {
            ...cloudFormation(repairableDefinition()),
            Transform: "Mine",
        });
        assert.deepStrictEqual(report, {
            findings: [{ ...position, ...about, resource: "Bert", isFixable: false }],
            ...rest,
        });
    });
});
