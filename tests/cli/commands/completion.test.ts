import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { completion, shells } from "../../../cli/commands/completion";
import { commands, optionsOf } from "../../../cli/commands/options";
import { failLevels } from "../../../cli/reports/fail-on";
import { plainFormats, reportFormats } from "../../../cli/reports/requested-reports";

/** What bash offers for the last word of a line. */
function offered(line: string): readonly string[] {
    const words = line.split(" ");
    const script = `${completion("bash")}
COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); _ecs_inferentia; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const out = execFileSync("bash", ["-c", script, "bash", ...words], { encoding: "utf8" });
    return out.split("\n").filter((word) => word !== "");
}

describe("ecs-inferentia completion", () => {
    it("completes commands, options of the command, and values in bash", () => {
        assert.deepStrictEqual(offered("ecs-inferentia "), [...commands, "--help", "--version"]);
        assert.deepStrictEqual(offered("ecs-inferentia migrate --i"), ["--instance-type"]);
        assert.deepStrictEqual(offered("ecs-inferentia check --fail-on a"), ["advisory"]);
        assert.deepStrictEqual(offered("ecs-inferentia migrate a.json --instance-type inf2.4"), ["inf2.48xlarge"]);
        assert.deepStrictEqual(offered("ecs-inferentia explain neuron-rtd-a"), ["neuron-rtd-address"]);
        assert.deepStrictEqual(offered("ecs-inferentia check task"), []);
    });

    it("offers a command only the formats that it has, and names of rules only behind explain", () => {
        assert.deepStrictEqual(offered("ecs-inferentia check --format "), reportFormats);
        assert.deepStrictEqual(offered("ecs-inferentia migrate a.json --format "), plainFormats);
        assert.deepStrictEqual(offered("ecs-inferentia rules --format "), plainFormats);
        assert.deepStrictEqual(offered("ecs-inferentia check explain "), []);
    });

    it("completes a value behind =, which bash takes for a word of its own", () => {
        assert.deepStrictEqual(offered("ecs-inferentia check --fail-on ="), failLevels);
        assert.deepStrictEqual(offered("ecs-inferentia check --fail-on = m"), ["mandatory"]);
        assert.deepStrictEqual(offered("ecs-inferentia check --format sarif = "), []);
    });

    it("names every command and option in every shell", () => {
        for (const shell of shells) {
            const text = completion(shell);
            const dashes = shell === "fish" ? "-l " : "--";
            const expected = [
                ...commands,
                ...Object.values(optionsOf)
                    .flat()
                    .map((option) => `${dashes}${option}`),
            ];
            assert.deepStrictEqual(
                expected.filter((word) => !text.includes(word)),
                [],
            );
        }
    });
});
