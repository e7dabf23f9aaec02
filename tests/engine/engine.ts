import { obtainTools, openSession, type Session } from "../../emulation/session";

/** The tools may have to be built first. */
export const toolsTimeoutMilliseconds = 1_800_000;
const operationTimeoutMilliseconds = 300_000;

type Opened = { readonly session: Session } | { readonly unavailable: string };

/** One session for all tests of the engine, opened when the first of them runs. */
let opening: Promise<Opened> | undefined;

async function open(): Promise<Opened> {
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
            const opened = await (opening ??= open());
            if ("unavailable" in opened) {
                if (process.env["CI"] === "true") {
                    throw new Error(opened.unavailable);
                }
                console.log(`      skipped: ${opened.unavailable}`);
                this.skip();
            }
            session = opened.session;
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
    const opened = await opening;
    if (opened !== undefined && "session" in opened) {
        await opened.session.close();
    }
});
