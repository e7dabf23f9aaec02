import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { cacheFolder } from "../cache";
import { Commands } from "./commands";
import { sessionEnvironment } from "./environment";
import { refuseLeaks } from "./isolation";
import { projectRoot, type Session } from "./session";

/** Where the session is that outlives its process: one for each clone. */
export function keptFolder(): string {
    const clone = createHash("sha256").update(projectRoot).digest("hex").slice(0, 12);
    return join(cacheFolder(), `kept-${clone}`);
}

function recordOf(folder: string): string {
    return join(folder, "session.json");
}

/** Lets a session that was opened in {@link keptFolder} outlive this process. */
export async function keepSession(session: Session): Promise<void> {
    writeFileSync(recordOf(session.folder), JSON.stringify({ endpoint: session.endpoint, pulumi: session.pulumi }));
    await session.keep();
}

/** The kept session, entered again; `undefined` where there is none. A folder whose emulator is gone is removed. */
export async function keptSession(): Promise<Session | undefined> {
    const folder = keptFolder();
    if (!existsSync(recordOf(folder))) {
        return undefined;
    }
    const { endpoint, pulumi } = JSON.parse(readFileSync(recordOf(folder), "utf8")) as {
        endpoint: string;
        pulumi: string;
    };
    const env = sessionEnvironment(process.env, folder, endpoint, pulumi);
    refuseLeaks(env, folder);
    if (!(await answers(endpoint))) {
        rmSync(folder, { recursive: true, force: true });
        return undefined;
    }
    // Who enters does not end it.
    const commands = new Commands(env);
    return {
        folder,
        env,
        pulumi,
        endpoint,
        run: commands.run,
        close: () => commands.end(),
        keep: () => Promise.resolve(),
    };
}

/**
 * Ends the kept session: its emulator stops, and with it everything that was deployed. Answers whether there was one.
 */
export async function stopKeptSession(): Promise<boolean> {
    const session = await keptSession();
    if (session === undefined) {
        return false;
    }
    rmSync(session.folder, { recursive: true, force: true });
    while (await answers(session.endpoint)) {
        await sleep(100);
    }
    return true;
}

async function answers(endpoint: string): Promise<boolean> {
    try {
        return (await fetch(`${endpoint}/moto-api/`, { signal: AbortSignal.timeout(5_000) })).ok;
    } catch {
        return false;
    }
}
