import { cell, code } from "../markdown";
import type { Explained } from "./explained";

/** What `npm run mutation` measured when this was last written. */
const measured = { date: "2026-11-23", noticed: 3542, all: 3555, minutes: 10 };

/** What mutation testing is for, where it stands, and why each survivor does. */
export function mutationPage(explained: readonly Explained[], leastPercent: number): string {
    const percent = ((100 * measured.noticed) / measured.all).toFixed(1);
    return `# Mutation testing

<!-- Generated from scripts/mutation by \`npm run docs\`; do not edit. -->

\`npm run mutation\` changes the facts (\`contract/\`) and the rules (\`policy-pack/\`: the rules themselves, and how they read and judge task definitions and stacks)
in one place at a time, and runs the tests that cover the place ([Stryker](https://stryker-mutator.io/)). A change that no test notices survives. It takes about
${measured.minutes} minutes on two cores, and so is no part of \`npm test\`. \`npx stryker run --mutate contract/placement.ts\` does it for one file.

It fails when fewer than ${leastPercent} % of the changes are noticed, when a survivor is not explained below, and when one that is explained no longer survives.

On ${measured.date} ${percent} % were noticed: ${measured.noticed.toLocaleString("en")} of ${measured.all.toLocaleString("en")}.

## Survivors

| file | the line, changed | why no test can tell |
| --- | --- | --- |
${explained.map(({ file, becomes, why }) => `| ${code(file)} | ${cell(code(becomes))} | ${cell(why)} |`).join("\n")}

They are listed in \`scripts/mutation/explained.ts\`.
`;
}
