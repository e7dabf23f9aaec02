import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cached } from "./cache";
import { run } from "./command";

/** The oldest Python for which the requirements are pinned. */
const oldestPython = { major: 3, minor: 10 };

interface Python {
    readonly executable: string;
    readonly major: number;
    readonly minor: number;
    /** Whether a virtual environment can be made: Debian and Ubuntu package `venv` and `ensurepip` apart. */
    readonly venv: boolean;
}

const describePython = `
import importlib.util, json, sys
print(json.dumps({
    "executable": sys.executable,
    "major": sys.version_info.major,
    "minor": sys.version_info.minor,
    "venv": all(importlib.util.find_spec(module) for module in ("venv", "ensurepip")),
}))`;

/** A virtual environment of pinned packages. */
export interface PythonEnvironment {
    /** Its main package, and its name in the cache. */
    readonly name: string;
    /** What that package is. */
    readonly role: string;
    /** The file of its requirements, with hashes. */
    readonly requirements: string;
}

/**
 * The Python executable of a virtual environment, made in the cache on first use.
 *
 * @throws when there is no Python that can, or a package cannot be installed, with what to do about it.
 */
export async function pythonWith(environment: PythonEnvironment, log: (line: string) => void): Promise<string> {
    const { name, role, requirements } = environment;
    const python = usable(await findPython(), environment);
    const key = createHash("sha256")
        .update(readFileSync(requirements))
        .update(JSON.stringify(python))
        .digest("hex")
        .slice(0, 12);
    const folder = await cached(`${name}-${key}`, async (unfinished) => {
        log(`Installing ${name}, ${role}, into a virtual environment of its own (once, about 15 seconds) …`);
        await succeed(python.executable, ["-m", "venv", unfinished]);
        const pip = [
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--require-hashes",
            "--requirement",
            requirements,
        ];
        await succeed(join(unfinished, "bin", "python"), pip);
    });
    return join(folder, "bin", "python");
}

async function findPython(): Promise<Python | undefined> {
    try {
        const { code, stdout } = await run("python3", ["-c", describePython]);
        return code === 0 ? (JSON.parse(stdout) as Python) : undefined;
    } catch {
        return undefined;
    }
}

/** @throws when this Python cannot run the packages. */
export function usable(python: Python | undefined, { name, role }: Pick<PythonEnvironment, "name" | "role">): Python {
    const title = `${name}, ${role},`;
    const wanted = `Python ${oldestPython.major}.${oldestPython.minor} or newer`;
    if (python === undefined) {
        throw new Error(`${title} needs ${wanted}, and there is no python3 on PATH that runs; install it`);
    }
    const { executable, major, minor, venv } = python;
    if (major !== oldestPython.major || minor < oldestPython.minor) {
        throw new Error(
            `${title} needs ${wanted}, and ${executable} is Python ${major}.${minor}; put a newer ` + "python3 on PATH",
        );
    }
    if (!venv) {
        throw new Error(
            `${title} is installed into a virtual environment, and ${executable} lacks venv or ` +
                "ensurepip; install them (Debian and Ubuntu: apt-get install python3-venv)",
        );
    }
    return python;
}

async function succeed(command: string, args: readonly string[]): Promise<void> {
    const { code, stdout, stderr } = await run(command, args);
    if (code !== 0) {
        throw new Error(`${[command, ...args].join(" ")} ended with exit code ${code}:\n${(stdout + stderr).trim()}`);
    }
}
