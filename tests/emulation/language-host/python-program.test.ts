import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ProgramInfo, RunRequest } from "@pulumi/pulumi/proto/language_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { pythonProgram } from "../../../emulation/language-host/python-program";

describe("a Python program in the emulator", () => {
    let folder: string;
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "python-program-"));
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    function commandWith(options: Record<string, string>): string {
        const info = new ProgramInfo();
        info.setRootDirectory(folder);
        info.setOptions(Struct.fromJavaScript(options));
        const run = new RunRequest();
        run.setInfo(info);
        return pythonProgram({ run, engineAddress: "", folder }).command;
    }

    it("runs in the virtual environment that Pulumi.yaml names", () => {
        mkdirSync(join(folder, "venv", "bin"), { recursive: true });
        writeFileSync(join(folder, "venv", "bin", "python"), "");
        assert.equal(commandWith({ virtualenv: "venv" }), join(folder, "venv", "bin", "python"));
    });

    it("runs with the Python on PATH where Pulumi.yaml names none", () => {
        assert.equal(commandWith({}), "python3");
    });

    it("is refused with the commands that make the virtual environment where it is missing", () => {
        assert.throws(() => commandWith({ virtualenv: "venv" }), {
            message:
                `${folder} has no virtual environment "venv", which Pulumi.yaml names; make it there: ` +
                "python3 -m venv venv && venv/bin/pip install -r requirements.txt",
        });
    });
});
