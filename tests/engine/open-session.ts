// Opens a session, says where, and ends as it is told: by an uncaught exception, or not by itself.
import { obtainTools, openSession } from "../../emulation/session";

async function main(): Promise<void> {
    const { endpoint, folder } = await openSession(await obtainTools(() => {}));
    console.log(JSON.stringify({ endpoint, folder }));
    if (process.argv[2] === "throw") {
        setImmediate(() => {
            throw new Error("uncaught");
        });
    }
}

void main();
