import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import type { Figure } from "./timing";

const boundTimes = 12;
const processes = 5;

/** Reading and judging the guide's task definition by all rules, against parsing its text. */
export function judging(): Promise<Figure> {
    const folder = mkdtempSync(join(tmpdir(), "bench-"));
    try {
        const outfile = join(folder, "judging.js");
        const entryPoints = [join(__dirname, "judging-process.ts")];
        buildSync({ entryPoints, outfile, bundle: true, platform: "node", target: "node20" });
        // What the compiler makes of the code differs from process to process.
        const measured = Array.from({ length: processes }, () => {
            const printed = execFileSync(process.execPath, [outfile], { encoding: "utf8" });
            return JSON.parse(printed) as { parse: number; judge: number };
        });
        const parse = Math.min(...measured.map((one) => one.parse));
        const judge = Math.min(...measured.map((one) => one.judge));
        return Promise.resolve({
            what: "reading and judging a task definition by all rules, against JSON.parse of its text",
            value: `${judge.toFixed(1)} µs against ${parse.toFixed(1)} µs: ${(judge / parse).toFixed(1)} times`,
            bound: `${boundTimes} times`,
            isKept: judge <= boundTimes * parse,
        });
    } finally {
        rmSync(folder, { recursive: true });
    }
}
