import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { go } from "../../emulation/pulumi-cli/build";
import { blocksOf } from "../docs/pages";
import { mypy } from "./mypy";
import { sdkOf } from "./sdk";

const exampleInGo = join(__dirname, "..", "..", "examples", "go");

/** The program of the Registry's page. */
function registryProgram(language: "go" | "python"): string {
    const [block, another] = blocksOf("docs/_index.md", language);
    assert.ok(block !== undefined && another === undefined);
    return block.text;
}

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
        writeFileSync(join(folder, "main.go"), registryProgram("go"));
        await go(["vet", "."], { cwd: folder });
        rmSync(folder, { recursive: true });
    });

    it("for Python type-checks such a program, and refuses what is no argument of a component", async () => {
        const folder = mkdtempSync(join(tmpdir(), "pulumi-ecs-inferentia-python-"));
        const registry = join(folder, "registry.py");
        writeFileSync(registry, registryProgram("python"));
        const said = await mypy(["program.py", "slips.py", registry], join(__dirname, "python"), await sdkOf("python"));
        rmSync(folder, { recursive: true });
        assert.equal(said, "Success: no issues found in 3 source files\n");
    });
});
