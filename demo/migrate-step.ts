import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { guide } from "../checks/examples/bases/guide";
import { projectRoot, type Session } from "../emulation/session";
import { NotSoError, type Narrator } from "./narrator";

const run = promisify(execFile);
const command = join(projectRoot, "cli/dist/ecs-inferentia.js");
const file = "task-definition.json";

/** Takes the guide's task definition, as a file, to the runtime library on Inf2, and checks the result. */
export async function migrateGuide({ folder }: Session, narrator: Narrator): Promise<string> {
    const cwd = join(folder, "migration");
    mkdirSync(cwd, { recursive: true });
    writeFileSync(join(cwd, file), `${JSON.stringify(guide.definition, undefined, 2)}\n`);
    const said = async (...args: readonly string[]) => {
        narrator.command(`ecs-inferentia ${args.join(" ")}`);
        try {
            const { stdout } = await run(process.execPath, [command, ...args], { cwd });
            narrator.say(stdout.trim());
        } catch (error) {
            const { stdout = "", stderr = "" } = error as { readonly stdout?: string; readonly stderr?: string };
            throw new NotSoError(`ecs-inferentia ${args.join(" ")} failed: ${stdout}${stderr}`);
        }
    };
    await said("migrate", file, "--to", "libnrt", "--instance-type", "inf2.xlarge", "--write");
    await said("check", file);
    return "the guide's task definition needs no daemon any more, and what a person must do is listed";
}
