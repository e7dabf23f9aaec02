import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cached } from "../cache";
import { run } from "../command";

/** The oldest Python for which `requirements.txt` is pinned. */
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

/**
 * The Python executable of a virtual environment with moto, made in the cache on first use.
 *
 * @throws when there is no Python that can, or a package cannot be installed, with what to do about it.
 */
export async function motoPython(folder: string, log: (line: string) => void): Promise<string> {
    const python = usable(await findPython());
    const requirements = join(folder, "requirements.txt");
    const key = createHash("sha256")
        .update(readFileSync(requirements))
        .update(JSON.stringify(python))
        .digest("hex")
        .slice(0, 12);
    const environment = await cached(`moto-${key}`, async (unfinished) => {
        log("Installing moto, the AWS emulator, into a virtual environment of its own (once, about 15 seconds) …");
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
    return join(environment, "bin", "python");
}

async function findPython(): Promise<Python | undefined> {
    try {
        const { code, stdout } = await run("python3", ["-c", describePython]);
        return code === 0 ? (JSON.parse(stdout) as Python) : undefined;
    } catch {
        return undefined;
    }
}

/** @throws when the emulator cannot run on this Python. */
export function usable(python: Python | undefined): Python {
    const wanted = `Python ${oldestPython.major}.${oldestPython.minor} or newer`;
    if (python === undefined) {
        throw new Error(
            `moto, the AWS emulator, needs ${wanted}, and there is no python3 on PATH that runs; install it`,
        );
    }
    const { executable, major, minor, venv } = python;
    if (major !== oldestPython.major || minor < oldestPython.minor) {
        throw new Error(
            `moto, the AWS emulator, needs ${wanted}, and ${executable} is Python ${major}.${minor}; put a newer ` +
                "python3 on PATH",
        );
    }
    if (!venv) {
        throw new Error(
            `moto, the AWS emulator, is installed into a virtual environment, and ${executable} lacks venv or ` +
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
