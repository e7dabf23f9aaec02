import { run, type CommandOptions, type Outcome } from "../command";

export interface SessionCommandOptions extends Pick<CommandOptions, "cwd" | "onLine"> {
    /** Further variables. */
    readonly env?: Readonly<Record<string, string>> | undefined;
}

/** The commands that run in an environment, so that all of them can be ended before what they use is taken away. */
export class Commands {
    private readonly ending = new AbortController();
    private readonly running = new Set<Promise<Outcome>>();

    constructor(private readonly env: Readonly<Record<string, string>>) {}

    readonly run = async (
        command: string,
        args: readonly string[],
        options: SessionCommandOptions = {},
    ): Promise<Outcome> => {
        const outcome = run(command, args, {
            ...options,
            env: { ...this.env, ...options.env },
            interrupt: this.ending.signal,
        });
        this.running.add(outcome);
        try {
            return await outcome;
        } finally {
            this.running.delete(outcome);
        }
    };

    /** Interrupts them, and waits until the last has ended. */
    async end(): Promise<void> {
        this.ending.abort();
        await Promise.allSettled(this.running);
    }
}
