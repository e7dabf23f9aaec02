/** What a step has to say while it runs. */
export interface Narrator {
    /** A line of the step's own, or several. */
    readonly say: (text: string) => void;
    /** A command as a person would type it. */
    readonly command: (line: string) => void;
}

/** A step found that something is not as it must be. */
export class NotSoError extends Error {}

/**
 * Runs a step, and prints what it says, how it ended and how long it took.
 *
 * @param work Answers with what the step comes to.
 * @throws what `work` throws.
 */
export async function narrate<Result>(
    print: (line: string) => void,
    title: string,
    work: (narrator: Narrator) => Promise<{ readonly result: Result; readonly summary: string }>,
): Promise<Result> {
    print(`\n${title}`);
    const started = performance.now();
    const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
    try {
        const { result, summary } = await work({
            say: (text) => text.split("\n").forEach((line) => print(`    ${line}`)),
            command: (line) => print(`  $ ${line}`),
        });
        print(`  ✔ ${summary} (${seconds()})`);
        return result;
    } catch (error) {
        print(`  ✘ ${error instanceof NotSoError ? error.message : String(error)} (${seconds()})`);
        throw error;
    }
}
