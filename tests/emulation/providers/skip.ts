import type { Context } from "mocha";

/** Gets what a suite needs; where it cannot be had, skips the suite with the reason, and fails with `CI=true`. */
export async function orSkip<Tool>(suite: Context, obtain: () => Promise<Tool>): Promise<Tool> {
    try {
        return await obtain();
    } catch (error) {
        if (process.env["CI"] === "true") {
            throw error;
        }
        console.warn(`skipped: ${(error as Error).message}`);
        return suite.skip();
    }
}
