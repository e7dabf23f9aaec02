import assert from "node:assert/strict";
import { stringify } from "yaml";
import { Workspace } from "../command";
import { canary, cloudFormation, devicesMessage, rightDefinition, wrongDefinition } from "../definitions";

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

    it("are JUnit's XML, escaped, with a case for each finding and each clean resource", () => {
        const message = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
        const [, , ...lines] = report("junit").trimEnd().split("\n");
        const line = /wrong\.json:(\d+:\d+)/.exec(report("text"))?.[1] ?? "";
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
                'it">shape &lt;&amp;&quot;.json:3:27</failure></testcase>',
            "</testsuite>",
            "</testsuites>",
        ]);
    });

    for (const format of ["text", "json", "sarif", "junit"]) {
        it(`never show a secret as ${format}`, () => {
            workspace.write("wrong.yaml", stringify(cloudFormation(wrongDefinition())));
            const { out, err } = workspace.run(["check", "--format", format, ...paths, "wrong.yaml"]);
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
