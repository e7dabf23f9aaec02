import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import { rules } from "../../checks/rules";
import { Workspace } from "./command";
import { canary, devicesMessage, rightDefinition, wrongDefinition } from "./definitions";

/** The schema of OASIS; its own keys of draft 4 are named otherwise in later drafts. */
const {
    $schema: _draft,
    id: _id,
    ...schema
} = JSON.parse(
    readFileSync(require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"), "utf8"),
) as Record<string, unknown>;

describe("The reports of ecs-inferentia check", function () {
    this.timeout(60_000);
    let workspace: Workspace;
    const paths = ["right.json", "wrong.json", "broken.json", 'shape <&".json'];
    const report = (format: string) => workspace.run(["check", "--format", format, ...paths]).out;

    before(() => {
        workspace = new Workspace();
        workspace.write("right.json", rightDefinition());
        workspace.write("wrong.json", wrongDefinition());
        workspace.write("broken.json", `{"password": "${canary}",}`);
        workspace.write('shape <&".json', { family: "shape", containerDefinitions: `[{"password": "${canary}"]` });
    });
    after(() => workspace.remove());

    it("are text for people", () => {
        const [first, message, fix] = report("text").split("\n");
        assert.match(first ?? "", /^wrong\.json:\d+ mandatory neuron-visible-devices \(bert\)$/);
        assert.deepStrictEqual(
            [message, fix],
            [
                `    ${devicesMessage}`,
                `    Fix: ${rules.find(({ name }) => name === "neuron-visible-devices")?.fix ?? ""}`,
            ],
        );
    });

    it("are SARIF that its schema accepts, with every rule, its level and its page", () => {
        const sarif = JSON.parse(report("sarif")) as {
            runs: {
                tool: { driver: { rules: { id: string; helpUri?: string }[] } };
                results: { ruleId: string; ruleIndex: number; level: string }[];
                invocations: object[];
            }[];
        };
        const validate = new Ajv({
            strict: false,
            validateFormats: false,
            unicodeRegExp: false,
            allErrors: true,
        }).compile(schema);
        assert.ok(validate(sarif), JSON.stringify(validate.errors));
        const [run] = sarif.runs;
        assert.deepStrictEqual(
            run?.tool.driver.rules.map(({ id }) => id),
            [...rules.map(({ name }) => name), "task-definition-shape"],
        );
        assert.deepStrictEqual(
            run?.results.map(({ ruleId, ruleIndex, level }) => [ruleId, run.tool.driver.rules[ruleIndex]?.id, level]),
            [
                ["neuron-visible-devices", "neuron-visible-devices", "error"],
                ["task-definition-shape", "task-definition-shape", "error"],
            ],
        );
        for (const { helpUri } of run?.tool.driver.rules ?? []) {
            assert.ok(helpUri === undefined || new URL(helpUri).hash.startsWith("#docs/rules/"));
        }
        assert.deepStrictEqual(run?.invocations, [
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
            },
        ]);
    });

    it("are JUnit's XML, escaped, with a case for each finding and each clean resource", () => {
        const message = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
        const [, , ...lines] = report("junit").trimEnd().split("\n");
        const line = /wrong\.json:(\d+)/.exec(report("text"))?.[1] ?? "";
        assert.deepStrictEqual(lines, [
            '<testsuite name="right.json" tests="1" failures="0" errors="0">',
            '<testcase classname="right.json" name="bert"/>',
            "</testsuite>",
            '<testsuite name="wrong.json" tests="1" failures="1" errors="0">',
            '<testcase classname="wrong.json" name="bert neuron-visible-devices"><failure ' +
                'type="neuron-visible-devices" ' +
                `message="${message(`mandatory neuron-visible-devices: ${devicesMessage}`)}">wrong.json:${line}</failure></testcase>`,
            "</testsuite>",
            '<testsuite name="broken.json" tests="1" failures="0" errors="1">',
            '<testcase classname="broken.json" name="read"><error message="line 1: it is not JSON: property name ' +
                'expected"/></testcase>',
            "</testsuite>",
            '<testsuite name="shape &lt;&amp;&quot;.json" tests="1" failures="1" errors="0">',
            '<testcase classname="shape &lt;&amp;&quot;.json" name="shape task-definition-shape"><failure ' +
                'type="task-definition-shape" message="mandatory task-definition-shape: containerDefinitions is not ' +
                "JSON, but must be a JSON list of container definitions; the other rules cannot judge it: correct " +
                'it">shape &lt;&amp;&quot;.json:3</failure></testcase>',
            "</testsuite>",
            "</testsuites>",
        ]);
    });

    for (const format of ["text", "json", "sarif", "junit"]) {
        it(`never show a secret as ${format}`, () => {
            const { out, err } = workspace.run(["check", "--format", format, ...paths]);
            assert.ok(out.length > 0);
            assert.ok(!(out + err).includes(canary));
        });
    }

    it("stay whole over hundreds of files", () => {
        const many = Array.from({ length: 300 }, (_, index) =>
            workspace.write(`many/${index}.json`, wrongDefinition()),
        );
        const { findings, files } = JSON.parse(workspace.run(["check", "--format", "json", "many"]).out) as {
            findings: unknown[];
            files: number;
        };
        assert.deepStrictEqual([findings.length, files], [many.length, many.length]);
    });
});
