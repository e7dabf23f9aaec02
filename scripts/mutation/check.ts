import { readFileSync } from "node:fs";
import { jsonReporter } from "../../stryker.config.json";
import { explained } from "./explained";
import { explanationProblems, scoreOf, type MutationReport } from "./report";

const report = JSON.parse(readFileSync(jsonReporter.fileName, "utf8")) as MutationReport;
const { noticed, all, percent } = scoreOf(report);
const problems = explanationProblems(report, explained);
console.log([`${noticed} of ${all} changes noticed, ${percent.toFixed(1)} %`, ...problems].join("\n"));
process.exitCode = problems.length === 0 ? 0 : 1;
