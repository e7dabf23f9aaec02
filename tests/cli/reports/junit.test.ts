import assert from "node:assert/strict";
import { Workspace } from "../command";
import { canary, devicesMessage, rightDefinition, wrongDefinition } from "../definitions";

describe("ecs-inferentia check --format junit", () => {
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

    it("writes JUnit's XML, escaped, with a case for each finding and each clean resource", () => {
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
});
