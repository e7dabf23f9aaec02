import assert from "node:assert/strict";
import { Workspace } from "../command";
import { repairableDefinition, repairableMessage, wrongDefinition } from "../definitions";
import { readSarif, type SarifResult } from "./sarif-schema";

describe("ecs-inferentia check --format sarif", () => {
    let workspace: Workspace;
    const check = (...args: string[]) => {
        const [run] = readSarif(workspace.run(["check", "--format", "sarif", ...args]).out).runs;
        assert.ok(run !== undefined);
        return run;
    };
    const fingerprint = ({ partialFingerprints }: SarifResult) => partialFingerprints["primaryLocationLineHash"];

    beforeEach(() => {
        workspace = new Workspace();
        workspace.write("wrong.json", wrongDefinition());
    });
    afterEach(() => workspace.remove());

    it("gives a result its whole region, a fingerprint, and the fix", () => {
        workspace.write("task.json", repairableDefinition());
        const { tool, results } = check("task.json");
        const text = JSON.stringify(repairableDefinition(), undefined, 2).split("\n");
        const startLine = text.findIndex((line) => line.includes('"all"')) + 1;
        const uri = "task.json";
        const region = (startColumn: number, endColumn: number) => ({
            startLine,
            startColumn,
            endLine: startLine,
            endColumn,
        });
        const hash = results[0] === undefined ? undefined : fingerprint(results[0]);
        assert.match(hash ?? "", /^[0-9a-f]{32}:1$/);
        assert.deepStrictEqual(results, [
            {
                ruleId: "neuron-visible-devices",
                ruleIndex: tool.driver.rules.findIndex(({ id }) => id === "neuron-visible-devices"),
                level: "error",
                message: { text: repairableMessage },
                locations: [
                    {
                        physicalLocation: { artifactLocation: { uri }, region: region(20, 25) },
                        logicalLocations: [{ name: "bert", fullyQualifiedName: "bert/neuron-rtd", kind: "resource" }],
                    },
                ],
                partialFingerprints: { primaryLocationLineHash: hash, "ecsInferentiaFinding/v1": hash },
                fixes: [
                    {
                        description: { text: 'container "neuron-rtd" now has AWS_NEURON_VISIBLE_DEVICES "ALL"' },
                        artifactChanges: [
                            {
                                artifactLocation: { uri },
                                replacements: [{ deletedRegion: region(21, 24), insertedContent: { text: "ALL" } }],
                            },
                        ],
                    },
                ],
            },
        ]);
    });

    it("marks what is suppressed, with the justification", () => {
        const suppressions = [{ resource: "bert", reason: "a trial" }];
        workspace.write("config.json", { "neuron-visible-devices": { suppressions } });
        assert.deepStrictEqual(
            check("--config", "config.json", "wrong.json").results.map(({ ruleId, suppressions: those }) => [
                ruleId,
                those,
            ]),
            [["neuron-visible-devices", [{ kind: "external", status: "accepted", justification: "a trial" }]]],
        );
    });

    it("tells what could not be read, and a suppression that matches nothing", () => {
        workspace.write("broken.json", '{"a": 1,}');
        const suppressions = [{ resource: "web", reason: "a trial" }];
        workspace.write("config.json", { "ecs-inferentia": { suppressions } });
        assert.deepStrictEqual(check("--config", "config.json", "broken.json").invocations, [
            {
                executionSuccessful: false,
                toolExecutionNotifications: [
                    {
                        level: "error",
                        message: { text: "it is not JSON: property name expected" },
                        locations: [
                            {
                                physicalLocation: {
                                    artifactLocation: { uri: "broken.json" },
                                    region: { startLine: 1 },
                                },
                            },
                        ],
                    },
                ],
                toolConfigurationNotifications: [
                    {
                        level: "warning",
                        message: { text: 'the suppression of ecs-inferentia for "web" matches nothing: remove it' },
                    },
                ],
            },
        ]);
    });
});
