import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Outcome } from "../command";
import { motoPython } from "../moto/environment";
import { startMoto } from "../moto/server";
import { hasNodeLanguageHost, pulumiCli } from "../pulumi-cli";
import { Commands, type SessionCommandOptions } from "./commands";
import { foldersOf, sessionEnvironment } from "./environment";
import { goVariables } from "./go-variables";
import { refuseLeaks } from "./isolation";
import { installPlugins } from "./plugins";

/** The clone. */
export const projectRoot = dirname(dirname(__dirname));

/** An engine and an AWS of their own, which know nothing of the user's. */
export interface Session {
    /** Everything that the session writes is below it. */
    readonly folder: string;
    /** The whole environment of its commands. */
    readonly env: Readonly<Record<string, string>>;
    /** The path of the Pulumi CLI. */
    readonly pulumi: string;
    /** The emulated AWS. */
    readonly endpoint: string;
    /** Runs a command in the session's environment. */
    readonly run: (command: string, args: readonly string[], options?: SessionCommandOptions) => Promise<Outcome>;
    /**
     * Interrupts the commands that run, waits for their end, stops the emulator and removes the folder. It happens also
     * when this process ends without it.
     */
    close(): Promise<void>;
    /** Lets emulator and folder outlive this process. The emulator stops when the folder is removed. */
    keep(): Promise<void>;
}

/** What a session runs. */
export interface Tools {
    /** The path of the Pulumi CLI. */
    readonly pulumi: string;
    /** The path of a Python that has moto. */
    readonly python: string;
}

const motoFolder = join(dirname(__dirname), "moto");

/**
 * Finds the Pulumi CLI and the AWS emulator, or gets them, which may take minutes the first time.
 *
 * @param log Told in lines what takes long.
 * @throws when one of them cannot be had, with what to install.
 */
export async function obtainTools(log: (line: string) => void): Promise<Tools> {
    if (process.platform === "win32") {
        throw new Error("The emulation runs on Linux and macOS; on Windows, run it in the Windows Subsystem for Linux");
    }
    // The emulator first: what is missing for it is known before the CLI is built for minutes.
    const python = await motoPython(motoFolder, log);
    return { pulumi: await pulumiCli(log), python };
}

/**
 * Opens a session and starts its emulator.
 *
 * @param folder A folder that is not there yet; a new one among the temporary files where none is given.
 * @throws when the emulator does not start, or the session would not be isolated.
 */
export async function openSession(
    { pulumi, python }: Tools,
    folder = mkdtempSync(join(tmpdir(), "pulumi-ecs-inferentia-")),
): Promise<Session> {
    try {
        prepare(folder, pulumi);
        const server = await startMoto(python, join(motoFolder, "serve.py"), folder);
        const env = sessionEnvironment(process.env, folder, server.endpoint, pulumi, await goVariables());
        refuseLeaks(env, folder);
        const commands = new Commands(env);
        const close = async () => {
            await commands.end();
            await server.stop();
        };
        return { folder, env, pulumi, endpoint: server.endpoint, run: commands.run, close, keep: () => server.keep() };
    } catch (error) {
        rmSync(folder, { recursive: true, force: true });
        throw error;
    }
}

function prepare(folder: string, pulumi: string): void {
    const { home, pulumiHome, state } = foldersOf(folder);
    for (const each of [home, pulumiHome, state]) {
        mkdirSync(each, { recursive: true });
    }
    // Shells would ask for settings, or take the machine's prompt: one look tells where one is.
    writeFileSync(join(home, ".bashrc"), 'PS1="(emulation) \\W \\$ "\n');
    writeFileSync(join(home, ".zshrc"), 'PROMPT="(emulation) %1~ %# "\n');
    installPlugins(pulumiHome, !hasNodeLanguageHost(pulumi));
}
