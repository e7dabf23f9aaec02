import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../emulation/command";
import { go } from "../../emulation/pulumi-cli/build";
import { pythonWith } from "../../emulation/python-environment";
import { generateSdk } from "../../scripts/release/generated-sdk";

/** The generator and the SDK of Pulumi may have to be compiled first. */
const timeoutMilliseconds = 1_800_000;

describe("The SDK that is generated from the schema", function () {
    this.timeout(timeoutMilliseconds);
    let folder: string;

    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "pulumi-ecs-inferentia-sdk-"));
    });

    afterEach(() => rmSync(folder, { recursive: true }));

    it("for Go builds, with a program in which each component takes what another gives", async () => {
        cpSync(join(__dirname, "go"), folder, { recursive: true });
        await generateSdk("go", join(folder, "sdk"));
        await go(["vet", "."], { cwd: folder });
        await go(["build", "-o", "program", "."], { cwd: folder });
    });

    it("for Python type-checks such a program, and refuses what is no argument of a component", async () => {
        const programs = join(__dirname, "python");
        const requirements = join(programs, "requirements.txt");
        const python = await pythonWith({ name: "mypy", role: "Python's type checker", requirements }, console.log);
        await generateSdk("python", folder);
        const { code, stdout } = await run(
            python,
            ["-m", "mypy", "--cache-dir", join(folder, "cache"), "program.py", "slips.py"],
            { cwd: programs, env: { ...process.env, MYPYPATH: folder } },
        );
        assert.deepEqual({ code, stdout }, { code: 0, stdout: "Success: no issues found in 2 source files\n" });
    });
});
