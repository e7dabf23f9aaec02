import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { projectFolder, serveVersionsOf } from "./own-project";
import {
    foldersOf,
    keptSession,
    makeProject,
    obtainTools,
    openSession,
    projectRoot,
    pulumi,
    stopKeptSession,
    type Session,
} from "./session";

const stack = "dev";

const usage = `Usage: npm run emulation                  a shell in which pulumi works against an AWS emulator
       npm run emulation -- COMMAND...    one command in it, such as pulumi preview
       npm run emulation -- --project FOLDER [COMMAND...]
                                          the same with a Pulumi project of your own
       npm run emulation -- --stop        ends what "npm run demo -- --keep" left running`;

async function main(args: readonly string[]): Promise<number> {
    const [command] = args;
    if (command === "--help" || command === "-h") {
        console.log(usage);
        return 0;
    }
    if (command === "--stop") {
        console.log(
            (await stopKeptSession())
                ? "The kept session is gone, and what was deployed in it."
                : "There is no kept session.",
        );
        return 0;
    }
    if (command === "--project") {
        return inOwnProject(args.slice(1));
    }
    if (command?.startsWith("-")) {
        console.error(`There is no option ${command}.\n${usage}`);
        return 2;
    }
    return inSession((await keptSession()) ?? (await freshSession()), projectRoot, args);
}

/** In a session of its own, also where one is kept: that one has this clone's program. */
async function inOwnProject([given, ...command]: readonly string[]): Promise<number> {
    if (given === undefined) {
        console.error(`--project wants the folder of a Pulumi project.\n${usage}`);
        return 2;
    }
    const source = projectFolder(given);
    const session = await freshSession();
    try {
        serveVersionsOf(source, foldersOf(session.folder).pulumiHome);
    } catch (error) {
        await session.close();
        throw error;
    }
    return inSession(session, source, command);
}

async function freshSession(): Promise<Session> {
    return openSession(await obtainTools((line) => console.error(line)));
}

async function inSession(session: Session, source: string, [command, ...args]: readonly string[]): Promise<number> {
    try {
        await prepareStack(session, source);
        return command === undefined ? await interactive(session, source) : await start(session, command, args);
    } finally {
        await session.close();
    }
}

async function prepareStack(session: Session, source: string): Promise<void> {
    const { project } = foldersOf(session.folder);
    if (existsSync(project)) {
        return;
    }
    makeProject(source, project);
    const { code, stderr } = await pulumi(session, ["stack", "init", stack]);
    if (code !== 0) {
        throw new Error(`the stack could not be made: ${stderr.trim()}`);
    }
}

async function interactive(session: Session, source: string): Promise<number> {
    const { project } = foldersOf(session.folder);
    console.log(`
You are in an emulation: pulumi, and every AWS SDK, talk to ${session.endpoint} and to nothing else.
The stack "${stack}" is selected; its program is that of ${source}. Try

    pulumi preview
    pulumi up
    pulumi stack output
    pulumi destroy

The stack's settings are kept in ${project}. Leave with "exit".
`);
    return start(session, session.env["SHELL"] ?? "/bin/sh", ["-i"]);
}

/** Runs a command in the project's folder, on this process's terminal, and answers with its exit code. */
function start(session: Session, command: string, args: readonly string[]): Promise<number> {
    // Ctrl-C is for the command, which says what it means; the session ends when the command has ended.
    process.on("SIGINT", () => {});
    return new Promise((resolve, reject) => {
        spawn(command, args, { cwd: foldersOf(session.folder).project, env: session.env, stdio: "inherit" })
            .once("error", reject)
            .once("close", (code) => resolve(code ?? 1));
    });
}

main(process.argv.slice(2)).then(
    (code) => {
        process.exitCode = code;
    },
    (error: unknown) => {
        console.error(error instanceof Error ? error.message : error);
        process.exitCode = 1;
    },
);
