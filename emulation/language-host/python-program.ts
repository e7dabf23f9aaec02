import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { variables, type Command, type Request } from "./program";

/** The runner, which is beside this file; the host itself is bundled into `dist/`. */
const runner = join(dirname(__dirname), "language-host", "run-program.py");

/**
 * Runs a program in the virtual environment that `Pulumi.yaml` names, or else with the Python on PATH.
 *
 * @throws where there is no such environment.
 */
export function pythonProgram(request: Request): Command {
    const { run, folder } = request;
    const virtualenv = run.getInfo()?.getOptions()?.toJavaScript()["virtualenv"];
    const root = run.getInfo()?.getRootDirectory() || folder;
    const command = typeof virtualenv === "string" ? join(root, virtualenv, "bin", "python") : "python3";
    if (typeof virtualenv === "string" && !existsSync(command)) {
        throw new Error(
            `${folder} has no virtual environment "${virtualenv}", which Pulumi.yaml names; make it there: ` +
                `python3 -m venv ${virtualenv} && ${virtualenv}/bin/pip install -r requirements.txt`,
        );
    }
    return {
        command,
        args: [runner, folder, ...run.getArgsList()],
        env: variables(request),
    };
}
