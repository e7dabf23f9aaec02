/** Deploys the program with today's code, and keeps the state under the package's version: `npm run record-state`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { obtainTools, openSession } from "../../emulation/session";
import { errors, Stack } from "../engine/stack";
import { currentVersion, program, stateOf } from "./recorded";

async function main(): Promise<void> {
    const session = await openSession(await obtainTools(console.log));
    try {
        const stack = await Stack.make(session, program, "recorded");
        const up = await stack.up();
        if (up.code !== 0) {
            throw new Error(errors(up));
        }
        const file = stateOf(currentVersion);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, `${JSON.stringify(await stack.exported(), undefined, 4)}\n`);
        console.log(`The state of ${currentVersion} is in ${file}`);
    } finally {
        await session.close();
    }
}

void main();
