import { obtainTools, openSession, type Session } from "../../emulation/session";

/** The tools may have to be built first. */
export const toolsTimeoutMilliseconds = 1_800_000;
const operationTimeoutMilliseconds = 300_000;

type StartedSession = { readonly session: Session } | { readonly unavailable: string };

/** One session for all tests of the engine, opened when the first of them runs. */
let starting: Promise<StartedSession> | undefined;

async function startSession(): Promise<StartedSession> {
    let tools;
    try {
        tools = await obtainTools((line) => console.log(line));
    } catch (error) {
        return { unavailable: (error as Error).message };
    }
    return { session: await openSession(tools) };
}

/**
 * Tests that need the real engine and the emulator: skipped with the reason where these cannot be had, and failed where
 * that happens in continuous integration (`CI=true`).
 */
export function describeOnTheEngine(title: string, tests: (session: () => Session) => void): void {
    describe(title, function () {
        this.timeout(operationTimeoutMilliseconds);
        let session: Session | undefined;
        before("open the session of the engine", async function () {
            this.timeout(toolsTimeoutMilliseconds);
            const started = await (starting ??= startSession());
            if ("unavailable" in started) {
                if (process.env["CI"] === "true") {
                    throw new Error(started.unavailable);
                }
                console.log(`      skipped: ${started.unavailable}`);
                this.skip();
            }
            session = started.session;
        });
        tests(() => {
            if (session === undefined) {
                throw new Error("the session is open only while a test runs");
            }
            return session;
        });
    });
}

after("close the session of the engine", async function () {
    // As any operation of it: beside other load, the emulator takes its time to end.
    this.timeout(operationTimeoutMilliseconds);
    const started = await starting;
    if (started !== undefined && "session" in started) {
        await started.session.close();
    }
});
