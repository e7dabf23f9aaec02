import assert from "node:assert/strict";
import { Workspace } from "../command";
import { canary, devicesMessage, rightDefinition, wrongDefinition } from "../definitions";

describe("ecs-inferentia check --format gcc", () => {
    it("writes a line for each finding, as compilers do: errors, warnings, and what cannot be read", () => {
        const workspace = new Workspace();
        try {
            workspace.write("right.json", rightDefinition());
            workspace.write("wrong\n.json", wrongDefinition());
            workspace.write("broken.json", `{"password": "${canary}",}`);
            workspace.write("config.json", { "neuron-visible-devices": "advisory" });
            const paths = ["right.json", "wrong\n.json", "broken.json"];
            const { out } = workspace.run(["check", "--format", "gcc", ...paths]);
            const at = /:(\d+:\d+) {2}neuron-visible/.exec(workspace.checkLines(...paths).join("\n"))?.[1] ?? "";
            const line = (level: string) =>
                `wrong\ufffd.json:${at}: ${level}: ${devicesMessage} [neuron-visible-devices]\n`;
            assert.equal(
                out,
                `${line("error")}broken.json:1:1: error: it is not JSON: property name expected [unreadable]\n`,
            );
            const advisory = ["check", "--format", "gcc", "--config", "config.json", "wrong\n.json"];
            assert.equal(workspace.run(advisory).out, line("warning"));
        } finally {
            workspace.remove();
        }
    });
});
