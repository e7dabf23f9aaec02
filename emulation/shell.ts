import { spawn } from "node:child_process";
import { resolve } from "node:path";
import {
    enterProject,
    keptSession,
    obtainTools,
    openSession,
    projectRoot,
    stopKeptSession,
    type Session,
} from "./session";
import { parseRequest, usage } from "./shell-arguments";

const stack = "dev";
const log = (line: string) => console.error(line);

async function main(args: readonly string[]): Promise<number> {
    const request = parseRequest(args);
    switch (request.kind) {
        case "help":
            console.log(usage);
            return 0;
        case "wrong":
            console.error(`${request.why}.\n${usage}`);
            return 2;
        case "stop":
            console.log(
                (await stopKeptSession())
                    ? "The kept session is gone, and what was deployed in it."
                    : "There is no kept session.",
            );
            return 0;
        case "run":
            return inSession(
                // npm runs scripts in the clone's folder, and tells where the person is.
                request.project === undefined ? projectRoot : resolve(process.env["INIT_CWD"] ?? "", request.project),
                request.command,
            );
    }
}

async function inSession(program: string, [command, ...args]: readonly string[]): Promise<number> {
    const session = (await keptSession()) ?? (await openSession(await obtainTools(log)));
    try {
        const folder = await enterProject(session, program, stack, log);
        return command === undefined
            ? await interactive(session, program, folder)
            : await start(session, folder, command, args);
    } finally {
        await session.close();
    }
}

async function interactive(session: Session, program: string, folder: string): Promise<number> {
    const pack = program === projectRoot ? "policy-pack" : "node_modules/pulumi-ecs-inferentia/policy-pack";
    console.log(`
You are in an emulation: pulumi, and every AWS SDK, talk to ${session.endpoint} and to nothing else.
The stack "${stack}" is selected; its program is that of ${program}. Try

    pulumi preview --policy-pack ${pack}
    pulumi up
    pulumi stack output
    pulumi destroy

The stack's settings are kept in ${folder}. Leave with "exit".
`);
    return start(session, folder, session.env["SHELL"] ?? "/bin/sh", ["-i"]);
}

/** Runs a command in the project's folder, on this process's terminal, and answers with its exit code. */
function start(session: Session, folder: string, command: string, args: readonly string[]): Promise<number> {
    // Ctrl-C is for the command, which says what it means; the session ends when the command has ended.
    process.on("SIGINT", () => {});
    return new Promise((resolve, reject) => {
        spawn(command, args, { cwd: folder, env: session.env, stdio: "inherit" })
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
