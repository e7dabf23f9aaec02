import assert from "node:assert/strict";
import { stringify } from "yaml";
import { Workspace } from "../command";
import { canary, cloudFormation, rightDefinition, wrongDefinition } from "../definitions";

describe("A report of ecs-inferentia check", () => {
    let workspace: Workspace;
    const paths = ["right.json", "wrong.json", "broken.json", 'shape <&".json'];

    before(() => {
        workspace = new Workspace();
        workspace.write("right.json", rightDefinition());
        workspace.write("wrong.json", wrongDefinition());
        workspace.write("broken.json", `{"password": "${canary}",}`);
        workspace.write('shape <&".json', { family: "shape", containerDefinitions: `[{"password": "${canary}"]` });
    });
    after(() => workspace.remove());

    for (const format of ["text", "json", "sarif", "junit"]) {
        it(`never shows a secret as ${format}`, () => {
            workspace.write("wrong.yaml", stringify(cloudFormation(wrongDefinition())));
            const { out, err } = workspace.run(["check", "--format", format, ...paths, "wrong.yaml"]);
            assert.ok(out.length > 0);
            assert.ok(!(out + err).includes(canary));
        });
    }

    it("is whole over hundreds of files", () => {
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
