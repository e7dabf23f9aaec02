import fc from "fast-check";

/** How many examples a property is tried with; PROPERTY_RUNS=20000 searches longer. */
export const numRuns = Number(process.env["PROPERTY_RUNS"] ?? 100);

fc.configureGlobal({ numRuns });
