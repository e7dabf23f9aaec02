/** Deploys the program with today's code, and keeps the state under the package's version: `npm run record-state`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { obtainTools, openSession } from "../../emulation/session";
import { errors, Stack } from "../engine/stack";
import { currentVersion, program, stackName, stateOf } from "./recorded";

async function main(): Promise<void> {
    const session = await openSession(await obtainTools(console.log));
    try {
        const stack = await Stack.make(session, program, stackName);
        const up = await stack.up();
        if (up.code !== 0) {
            throw new Error(errors(up));
        }
        const file = stateOf(currentVersion);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, `${JSON.stringify(await stack.exported(), withoutPlaces, 4)}\n`);
        console.log(`The state of ${currentVersion} is in ${file}`);
    } finally {
        await session.close();
    }
}

/** Where in the program a resource was created is a matter of this machine. */
function withoutPlaces(key: string, value: unknown): unknown {
    return key === "sourcePosition" || key === "stackTrace" ? undefined : value;
}

void main();
