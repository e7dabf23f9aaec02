/**
 * An absolute path as the kernel and Docker resolve it, where no link is on the way: without empty and `.` steps, with
 * `..` followed, and without a slash at its end. The root is the empty text, so that `/` and a name can follow.
 */
export function normalizedPath(path: string): string {
    // Most paths are written so, and need no work.
    // Stryker disable next-line all: what follows gives the same
    if (path.startsWith("/") && !/\/(?:\/|\.|$)/.test(path)) {
        return path;
    }
    const steps: string[] = [];
    for (const step of path.split("/")) {
        if (step === "..") {
            steps.pop();
        } else if (step !== "" && step !== ".") {
            steps.push(step);
        }
    }
    const joined = steps.join("/");
    return path.startsWith("/") && joined !== "" ? `/${joined}` : joined;
}

/** Whether a path lies below a directory, both as a container sees them. */
export function isBelow(path: string, directory: string): boolean {
    const base = normalizedPath(directory);
    return normalizedPath(path).startsWith(`${base}/`);
}
