import {
    chmodSync,
    chownSync,
    closeSync,
    fsyncSync,
    openSync,
    realpathSync,
    renameSync,
    rmSync,
    statSync,
    writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/** A file that was left as it was, and why. */
export class NotWritten extends Error {
    constructor(readonly reason: string) {
        super(reason);
    }
}

const reasons: Readonly<Record<string, string>> = {
    ENOSPC: "the disk is full",
    EDQUOT: "the disk quota is used up",
    EROFS: "the file system is read-only",
    EACCES: "its folder may not be written",
    EPERM: "its folder may not be written",
};

/**
 * Gives a file another text, all at once: whatever fails leaves the one that stood there. @throws NotWritten
 */
export function replaceFile(path: string, text: string): void {
    let temporary: string | undefined;
    try {
        // The file, not the link that names it.
        const file = realpathSync(path);
        const { mode, uid, gid } = statSync(file);
        // A rename would replace a file that may not be written.
        if ((mode & 0o222) === 0) {
            throw new NotWritten("it is read-only");
        }
        temporary = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
        write(temporary, text);
        chmodSync(temporary, mode);
        own(temporary, uid, gid);
        renameSync(temporary, file);
    } catch (error) {
        if (temporary !== undefined) {
            rmSync(temporary, { force: true });
        }
        if (error instanceof NotWritten) {
            throw error;
        }
        const { code = "unknown error" } = error as NodeJS.ErrnoException;
        throw new NotWritten(reasons[code] ?? `it cannot be written (${code})`);
    }
}

function write(path: string, text: string): void {
    const descriptor = openSync(path, "wx");
    try {
        writeFileSync(descriptor, text);
        fsyncSync(descriptor);
    } finally {
        closeSync(descriptor);
    }
}

/** Only root can give a file away; for others, it is their own already, or that of a group of theirs. */
function own(path: string, uid: number, gid: number): void {
    try {
        chownSync(path, uid, gid);
    } catch {
        // The content is right all the same.
    }
}
