import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { go } from "../../emulation/pulumi-cli/build";
import { mypy } from "./mypy";
import { sdkOf } from "./sdk";

const exampleInGo = join(__dirname, "..", "..", "examples", "go");

/** The generator and the SDK of Pulumi may have to be compiled first. */
const timeoutMilliseconds = 1_800_000;

describe("The SDK that is generated from the schema", function () {
    this.timeout(timeoutMilliseconds);

    it("is imported by the names that the documents have", async () => {
        const inGo = await sdkOf("go");
        const inPython = await sdkOf("python");
        assert.match(
            readFileSync(join(inGo, "go.mod"), "utf8"),
            /^module github\.com\/pulumi-ecs-inferentia\/pulumi-ecs-inferentia\/sdk\/go\n/,
        );
        assert.match(readFileSync(join(inGo, "ecsinferentia", "cluster.go"), "utf8"), /^package ecsinferentia$/m);
        assert.match(
            readFileSync(join(inPython, "pyproject.toml"), "utf8"),
            /^\[project\]\n {2}name = "pulumi_ecs_inferentia"\n/,
        );
        assert.ok(existsSync(join(inPython, "pulumi_ecs_inferentia", "cluster.py")));
    });

    it("for Go builds, with a program in which each component takes what another gives", async () => {
        const folder = mkdtempSync(join(tmpdir(), "pulumi-ecs-inferentia-go-"));
        cpSync(join(__dirname, "go"), folder, { recursive: true });
        for (const file of ["go.mod", "go.sum"]) {
            cpSync(join(exampleInGo, file), join(folder, file));
        }
        cpSync(await sdkOf("go"), join(folder, "sdks", "ecs-inferentia"), { recursive: true });
        await go(["vet", "."], { cwd: folder });
        await go(["build", "-o", "program", "."], { cwd: folder });
        rmSync(folder, { recursive: true });
    });

    it("for Python type-checks such a program, and refuses what is no argument of a component", async () => {
        const said = await mypy(["program.py", "slips.py"], join(__dirname, "python"), await sdkOf("python"));
        assert.equal(said, "Success: no issues found in 2 source files\n");
    });
});
