import { writeSync } from "node:fs";
import { version } from "../package.json";
import { run } from "./run";

/** Pipes take what they can at once; the rest is written when they can again. */
function writeAll(descriptor: number, text: string): void {
    const bytes = Buffer.from(text);
    for (let written = 0; written < bytes.length;) {
        try {
            written += writeSync(descriptor, bytes, written);
        } catch (error) {
            const { code } = error as NodeJS.ErrnoException;
            if (code === "EPIPE") {
                process.exit();
            }
            if (code !== "EAGAIN") {
                throw error;
            }
        }
    }
}

process.exitCode = run(
    process.argv.slice(2),
    version,
    (text) => writeAll(1, text),
    (text) => writeAll(2, text),
);
