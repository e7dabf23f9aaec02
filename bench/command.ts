import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { guide } from "../checks/examples/bases/guide";
import { runCheck, seconds } from "./files";
import { fastest, type Figure } from "./timing";

/** What the command takes for one file, over what Node takes for nothing. */
export async function startup(): Promise<Figure> {
    const { nothing, check } = await inFolder(async (folder) => {
        const [file = ""] = writeDefinitions(folder, 1);
        return fastest(20, {
            nothing: () => execFileSync(process.execPath, ["-e", "0"]),
            check: () => runCheck(file),
        });
    });
    return {
        what: "checking one file, over node -e 0",
        value: `${(check - nothing).toFixed(0)} ms (${check.toFixed(0)} over ${nothing.toFixed(0)})`,
        bound: "40 ms",
        isKept: check - nothing <= 40,
    };
}

/** A folder of small files. */
export async function folder(): Promise<Figure> {
    const files = 10_000;
    const { check } = await inFolder(async (path) => {
        writeDefinitions(path, files);
        return fastest(3, { check: () => runCheck(path) });
    });
    return {
        what: `checking a folder of ${files} task definitions`,
        value: `${seconds(check)}: ${((files / check) * 1000).toFixed(0)} files a second`,
        bound: `${seconds(files / 6)} (6000 a second)`,
        isKept: check <= files / 6,
    };
}

/** Right task definitions, each of its own family, a hundred to a folder. */
function writeDefinitions(folder: string, count: number): readonly string[] {
    return Array.from({ length: count }, (_, index) => {
        const part = join(folder, String(Math.floor(index / 100)));
        mkdirSync(part, { recursive: true });
        const file = join(part, `${index}.json`);
        writeFileSync(file, JSON.stringify({ ...guide.definition, family: `bert-${index}` }, undefined, 2));
        return file;
    });
}

async function inFolder<T>(measure: (folder: string) => Promise<T>): Promise<T> {
    const folder = mkdtempSync(join(tmpdir(), "bench-"));
    try {
        return await measure(folder);
    } finally {
        rmSync(folder, { recursive: true });
    }
}
