import fc from "fast-check";

/** How many examples a property is tried with: few while one works, 100 in `.ci/run`; PROPERTY_RUNS=20000 searches long. */
export const numRuns = Number(process.env["PROPERTY_RUNS"] ?? 25);

fc.configureGlobal({ numRuns });
