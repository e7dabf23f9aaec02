import { readSync, writeSync } from "node:fs";

const pauseMilliseconds = 5;
const chunkBytes = 1 << 16;

/** Reads a stream to its end; one that does not block is asked again until something is there. */
export function readAll(descriptor: number): Buffer {
    const chunks: Buffer[] = [];
    for (;;) {
        const chunk = Buffer.allocUnsafe(chunkBytes);
        const read = whenReady(() => readSync(descriptor, chunk));
        if (read === 0) {
            return Buffer.concat(chunks);
        }
        chunks.push(chunk.subarray(0, read));
    }
}

/** A stream that takes text as long as somebody reads it. Who stops reading still gets the exit code. */
export class Output {
    private isClosed = false;

    constructor(private readonly descriptor: number) {}

    write(text: string): void {
        const bytes = Buffer.from(text);
        try {
            for (let written = 0; written < bytes.length && !this.isClosed;) {
                written += whenReady(() => writeSync(this.descriptor, bytes, written));
            }
        } catch (error) {
            if ((error as NodeJS.ErrnoException).code !== "EPIPE") {
                throw error;
            }
            this.isClosed = true;
        }
    }
}

function whenReady(transfer: () => number): number {
    for (;;) {
        try {
            return transfer();
        } catch (error) {
            const { code } = error as NodeJS.ErrnoException;
            // Windows throws at the end of a pipe.
            if (code === "EOF") {
                return 0;
            }
            if (code !== "EAGAIN") {
                throw error;
            }
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMilliseconds);
        }
    }
}
