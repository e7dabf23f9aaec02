import { createHash } from "node:crypto";
import { join } from "node:path";
import { foldersOf } from "./environment";
import { prepareFor } from "./languages";
import { makeProject } from "./project";
import { pulumi } from "./pulumi";
import { projectRoot, type Session } from "./session";

/**
 * Makes the program in a folder ready to run in a session, and selects a stack of it, which is made where it is not
 * there yet.
 *
 * @param program A folder with `Pulumi.yaml`.
 * @param log Told in lines what takes long.
 * @returns The folder in which to run `pulumi`.
 */
export async function enterProject(
    session: Session,
    program: string,
    stack: string,
    log: (line: string) => void,
): Promise<string> {
    const folder =
        program === projectRoot
            ? foldersOf(session.folder).project
            : join(session.folder, "projects", createHash("sha256").update(program).digest("hex").slice(0, 12));
    await prepareFor(session, program, log);
    makeProject(program, folder);
    const { code, stderr } = await pulumi(session, ["stack", "select", "--create", stack], { cwd: folder });
    if (code !== 0) {
        throw new Error(`the stack could not be made: ${stderr.trim()}`);
    }
    return folder;
}
