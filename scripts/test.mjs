// Runs the tests of the suites that are named, of both without a name; what follows goes to Mocha. The last line counts
// the results of all. `unit` needs neither the engine nor Python nor a network; `engine` is every other test.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";

const mocha = createRequire(import.meta.url).resolve("mocha/bin/mocha.js");
const unit =
    "tests/{checks,cli,components,contract,demo,docs,ecs,lint,plugin,policy-pack,scripts,surface}/**/*.test.ts";
const suites = {
    unit: ["--parallel", "--jobs", String(availableParallelism()), unit],
    engine: ["--ignore", unit, "tests/**/*.test.ts"],
};

/** The exit code of a run, and what its reporter counted; undefined when it ended before. */
async function run(suite, further) {
    const colour = process.stdout.isTTY ? ["--color"] : [];
    const child = spawn(process.execPath, [mocha, ...colour, ...suites[suite], ...further], {
        stdio: ["inherit", "pipe", "inherit"],
    });
    let end = "";
    child.stdout.on("data", (chunk) => {
        process.stdout.write(chunk);
        end = (end + chunk).slice(-1000);
    });
    const [code] = await once(child, "close");
    const counted = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/m.exec(end);
    return { code, counts: counted?.slice(1).map((count) => Number(count ?? 0)) };
}

const args = process.argv.slice(2);
const named = Object.keys(suites).includes(args[0]) ? [args.shift()] : Object.keys(suites);
const results = [];
for (const suite of named) {
    results.push(await run(suite, args));
}
if (results.length > 1 && results.every(({ counts }) => counts !== undefined)) {
    const [passed, failed, skipped] = [0, 1, 2].map((at) => results.reduce((sum, { counts }) => sum + counts[at], 0));
    console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
}
process.exitCode = results.every(({ code, counts }) => code === 0 && counts !== undefined) ? 0 : 1;
