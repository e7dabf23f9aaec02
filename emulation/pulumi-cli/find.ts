import type { Found } from "./on-path";

/** The ways to a CLI; each but the first rejects with the reason where it does not lead to one. */
export interface Ways {
    readonly onPath: () => Promise<Found>;
    readonly cached: () => string | undefined;
    readonly download: () => Promise<string>;
    readonly build: () => Promise<string>;
}

/**
 * The CLI to use: the one on PATH where it is recent enough, else one that was fetched or built before, else the
 * official download, else one built from Go modules.
 *
 * @throws where none is possible, with the reason for each and what to install.
 */
export async function findCli(ways: Ways, oldest: string, log: (line: string) => void): Promise<string> {
    const found = await ways.onPath();
    if ("path" in found) {
        return found.path;
    }
    const before = ways.cached();
    if (before !== undefined) {
        return before;
    }
    const reasons = [found.reason];
    for (const [way, attempt] of [
        ["the official download failed", ways.download],
        ["it could not be built with Go", ways.build],
    ] as const) {
        try {
            return await attempt();
        } catch (error) {
            const reason = `${way} (${explain(error)})`;
            log(`The Pulumi CLI: ${reason}.`);
            reasons.push(reason);
        }
    }
    throw new Error(
        `No Pulumi CLI: ${reasons.join("; ")}. Install the Pulumi CLI, v${oldest} or newer ` +
            "(https://www.pulumi.com/docs/install/), or Go 1.21 or newer, and run this again.",
    );
}

/** `fetch` hides the reason in its cause. */
function explain(error: unknown): string {
    const { message, cause } = error as Error;
    return cause instanceof Error ? `${message}: ${cause.message}` : message;
}
