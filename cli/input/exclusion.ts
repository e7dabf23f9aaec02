import type * as picomatchLibrary from "picomatch";

/**
 * Whether a file is left out. A pattern without a slash is one of names; any other one of paths, as they are reported,
 * and one that names a folder leaves out what is in it.
 */
export function exclusionBy(patterns: readonly string[]): (path: string) => boolean {
    if (patterns.length === 0) {
        return () => false;
    }
    const picomatch = require("picomatch") as typeof picomatchLibrary.default;
    const matchers = patterns.map((given) => {
        const pattern = plainPath(given).replace(/\/$/, "");
        return pattern.includes("/")
            ? picomatch([pattern, `${pattern}/**`], { dot: true })
            : picomatch([`**/${pattern}`, `**/${pattern}/**`], { dot: true });
    });
    return (path) => matchers.some((matches) => matches(plainPath(path)));
}

function plainPath(path: string): string {
    return path.replaceAll("\\", "/").replace(/^(?:\.\/)+/, "");
}
