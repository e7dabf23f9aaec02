import { existsSync } from "node:fs";
import {
    awsOf,
    inventory,
    keepSession,
    keptFolder,
    keptSession,
    obtainTools,
    openSession,
    type Session,
} from "../emulation/session";
import { makeStack } from "./engine-steps";
import { narrate, NotSoError } from "./narrator";
import { parseOptions, usage, type Options } from "./options";
import { outlineOf, stepsOf } from "./steps";

/** Once a person has ended the demo, how its steps fail is of no interest. */
let interrupted = false;
const print = (line: string) => {
    if (!interrupted) {
        console.log(line);
    }
};

async function main(): Promise<void> {
    // npm runs scripts in the project's folder, and tells where the person is.
    const options = parseOptions(process.argv.slice(2), process.env["INIT_CWD"] ?? process.cwd());
    if (options.help) {
        print(usage);
        return;
    }
    if (options.keep) {
        await refuseSecondKept();
    }
    const started = performance.now();
    print(
        "The stack of index.ts, on the real Pulumi engine and an AWS emulator on this machine. No AWS account is " +
            "touched. It takes one to two minutes, and shows:",
    );
    outlineOf(stepsOf(options, [])).forEach(print);
    const session = await narrate(print, "An engine, and an AWS", async ({ say }) => {
        const result = await openSession(await obtainTools(say), options.keep ? keptFolder() : undefined);
        return { result, summary: `Pulumi CLI ${result.pulumi}, AWS at ${result.endpoint}` };
    });
    endOnSignals(session);
    try {
        await show(session, options);
    } catch (error) {
        await session.close();
        throw error;
    }
    if (options.keep) {
        await keepSession(session);
        print(stepInside);
    } else {
        await session.close();
    }
    print(`\nAll of it was so, in ${((performance.now() - started) / 1000).toFixed(0)} s.`);
}

async function refuseSecondKept(): Promise<void> {
    if ((await keptSession()) !== undefined) {
        throw new Error(
            'A stack is kept already: "npm run emulation" enters it, "npm run emulation -- --stop" ends it',
        );
    }
    if (existsSync(keptFolder())) {
        throw new Error(
            `Another "npm run demo -- --keep" is at work in ${keptFolder()}; if none is, remove that folder`,
        );
    }
}

async function show(session: Session, options: Options): Promise<void> {
    await makeStack(session);
    const steps = stepsOf(options, await inventory(awsOf(session)));
    for (const [index, { title, work }] of steps.entries()) {
        await narrate(print, `[${index + 1}/${steps.length}] ${title}`, async (narrator) => ({
            result: undefined,
            summary: await work(session, narrator),
        }));
    }
}

const stepInside = `
The stack is still up. Step inside with

    npm run emulation                             a shell in which pulumi works by hand
    npm run emulation -- pulumi stack output      one command
    npm run emulation -- --stop                   ends the emulator, and everything in it`;

/** The engine gets the terminal's Ctrl-C too, and ends in good order while the emulator is still there. */
function endOnSignals(session: Session): void {
    for (const [signal, code] of [
        ["SIGINT", 130],
        ["SIGTERM", 143],
        ["SIGHUP", 129],
    ] as const) {
        process.once(signal, () => {
            print("\nInterrupted: ending the engine and the emulator …");
            interrupted = true;
            void session.close().finally(() => process.exit(code));
        });
    }
}

main().catch((error: unknown) => {
    // What a step found was printed by the step.
    if (!interrupted && !(error instanceof NotSoError)) {
        console.error(error instanceof Error ? error.message : error);
    }
    process.exitCode = 1;
});
