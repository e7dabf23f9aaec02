// Changes contract/ and checks/, one change at a time, and looks whether the tests of the same folder notice. Takes
// folders or files as arguments, all folders when there are none. Fails when the tests notice too few changes.
import { existsSync, readdirSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";

/** What share of the changes is noticed at least, in percent: of all, and of each folder's. */
const least = { all: 95, folder: 90 };

/** The examples of the rules are right and wrong tasks: they hold no logic, and the rules are tested by them. */
const examples = "checks/examples";
const examplesTest = "tests/checks/rules/examples.test.ts";

const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { concurrency: { type: "string" } },
});

function filesIn(folder, ending) {
    return existsSync(folder)
        ? readdirSync(folder)
              .filter((name) => name.endsWith(ending))
              .map((name) => `${folder}/${name}`)
        : [];
}

function foldersIn(folder) {
    const inside = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return [folder, ...inside.flatMap(({ name }) => foldersIn(`${folder}/${name}`))];
}

/** Each folder, and what is changed there. */
function parts() {
    if (positionals.length === 0) {
        return [...foldersIn("contract"), ...foldersIn("checks")]
            .filter((folder) => !folder.startsWith(examples))
            .map((folder) => ({ folder, mutate: filesIn(folder, ".ts") }));
    }
    return positionals.map((path) =>
        path.includes(".ts")
            ? { folder: dirname(path), mutate: [path] }
            : { folder: path, mutate: filesIn(path, ".ts") },
    );
}

const isNoticed = ({ status }) => status === "Killed" || status === "Timeout";
const isMissed = ({ status }) => status === "Survived" || status === "NoCoverage";

function score(folder, mutants) {
    const noticed = mutants.filter(isNoticed).length;
    const all = noticed + mutants.filter(isMissed).length;
    return { folder, noticed, all, percent: all === 0 ? 100 : (100 * noticed) / all };
}

const line = ({ folder, noticed, all, percent }) =>
    `${folder.padEnd(24)} ${percent.toFixed(1).padStart(5)} %  ${String(noticed).padStart(5)} of ${all}`;

const scores = [];
const mutants = [];
for (const { folder, mutate } of parts()) {
    const testFiles = filesIn(`tests/${folder}`, ".test.ts");
    const results = await new Stryker({
        mutate,
        testFiles: folder.startsWith("checks/") ? [...new Set([...testFiles, examplesTest])] : testFiles,
        jsonReporter: { fileName: `reports/mutation/${folder.replaceAll("/", "-")}.json` },
        ...(values.concurrency === undefined ? {} : { concurrency: Number(values.concurrency) }),
    }).runMutationTest();
    scores.push(score(folder, results));
    mutants.push(...results);
    console.log(line(scores.at(-1)));
}

const total = score("all", mutants);
console.log(["", ...scores.map(line), line(total)].join("\n"));
process.exitCode = total.percent < least.all || scores.some(({ percent }) => percent < least.folder) ? 1 : 0;
