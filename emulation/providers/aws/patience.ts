import { setTimeout as sleep } from "node:timers/promises";

/**
 * Pulumi's provider retries for minutes what AWS refuses because of something that is about to go or to come. Here all
 * comes and goes in no time, so that a few seconds tell the same.
 */
export const patienceSeconds = 3;

/** Retries an operation while it fails with one of the errors; at the end, throws what it failed with. */
export async function patiently<Result>(operation: () => Promise<Result>, passing: RegExp): Promise<Result> {
    const deadline = Date.now() + patienceSeconds * 1000;
    for (;;) {
        try {
            return await operation();
        } catch (error) {
            if (
                !(error instanceof Error) ||
                !passing.test(`${error.name}: ${error.message}`) ||
                Date.now() > deadline
            ) {
                throw error;
            }
        }
        await sleep(250);
    }
}
