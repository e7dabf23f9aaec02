// Changes contract/, ecs/ and checks/, one change at a time, and looks whether the tests of the same folder notice. Takes
// folders or files as arguments, all folders when there are none. Fails when the tests notice too few changes.
import { existsSync, readdirSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";

/** What share of the changes is noticed at least, in percent: of all, and of each folder's. */
const least = { all: 95, folder: 90 };

/** Right and wrong tasks: they hold no logic, and the rules are tested by them. */
const examples = "checks/examples";

/** What a task and a stack around it are read for, the rules tell. */
const ruleTests = filesIn("tests/checks/rules", ".test.ts");

/** What the contract builds, it builds for the component: its tests are those of these folders too. */
const builtFor = ["contract", "ecs/render"];
const componentTests = filesIn("tests/components/task-definition", ".test.ts");

const { values: options, positionals } = parseArgs({
    allowPositionals: true,
    // What is made once, when a file is loaded, takes a process for each change: minutes become an hour.
    options: { concurrency: { type: "string" }, static: { type: "boolean", default: false } },
});

function filesIn(folder, ending) {
    const names = existsSync(folder) ? readdirSync(folder) : [];
    return names.filter((name) => name.endsWith(ending)).map((name) => `${folder}/${name}`);
}

function foldersIn(folder) {
    const inside = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return [folder, ...inside.flatMap(({ name }) => foldersIn(`${folder}/${name}`))];
}

function testsOf(folder) {
    const tests = filesIn(`tests/${folder}`, ".test.ts");
    const further = /^(?:checks|ecs\/(?:task|cluster-query))/.test(folder)
        ? ruleTests
        : builtFor.includes(folder)
          ? componentTests
          : [];
    return [...new Set([...tests, ...further])];
}

/** What is changed, by its folder. */
function changedFiles() {
    const paths = positionals.length > 0 ? positionals : ["contract", "ecs", "checks"].flatMap(foldersIn);
    const files = new Map();
    for (const path of paths.filter((one) => !one.startsWith(examples))) {
        // A range of lines may follow: contract/ami.ts:50-60.
        const isFile = path.includes(".ts");
        const folder = isFile ? dirname(path) : path;
        files.set(folder, [...(files.get(folder) ?? []), ...(isFile ? [path] : filesIn(path, ".ts"))]);
    }
    return files;
}

function score(name, mutants) {
    const counted = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
    const noticed = counted("Killed", "Timeout");
    const all = noticed + counted("Survived", "NoCoverage");
    return { name, noticed, all, percent: all === 0 ? 100 : (100 * noticed) / all };
}

const scores = [];
const mutants = [];
for (const [folder, mutate] of changedFiles()) {
    const results = await new Stryker({
        mutate,
        ignoreStatic: !options.static,
        // As Stryker's option `testFiles` they would not run for what is done once, when a file is loaded.
        mochaOptions: { spec: testsOf(folder) },
        jsonReporter: { fileName: `reports/mutation/${folder.replaceAll("/", "-")}.json` },
        ...(options.concurrency === undefined ? {} : { concurrency: Number(options.concurrency) }),
    }).runMutationTest();
    scores.push(score(folder, results));
    mutants.push(...results);
}

const total = score("all", mutants);
for (const { name, percent, noticed, all } of [...scores, total]) {
    console.log(`${name.padEnd(24)} ${percent.toFixed(1).padStart(5)} %  ${String(noticed).padStart(5)} of ${all}`);
}
process.exitCode = total.percent < least.all || scores.some(({ percent }) => percent < least.folder) ? 1 : 0;
