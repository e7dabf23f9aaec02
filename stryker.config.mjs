// Mutation testing of the facts and the rules: npm run mutation. Slow, and so no part of npm test; see docs/mutation.md.
/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
    mutate: ["contract/**/*.ts", "policy-pack/judge.ts", "policy-pack/judge-stack.ts", "policy-pack/rules/*.ts", "policy-pack/stack/*.ts", "policy-pack/task-definition/*.ts"],
    testRunner: "mocha",
    mochaOptions: { config: "tests/mutation.mocharc.json" },
    coverageAnalysis: "perTest",
    ignorePatterns: [".stryker-tmp", "build", "dist", "policy-pack/dist", "emulation", "demo"],
    concurrency: 2,
    timeoutMS: 10_000,
    reporters: ["clear-text", "json", "progress-append-only"],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    thresholds: { high: 98, low: 95, break: 95 },
};
