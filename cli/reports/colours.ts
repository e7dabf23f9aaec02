import picocolors from "picocolors";

export type Colours = ReturnType<typeof picocolors.createColors>;

export const noColours: Colours = picocolors.createColors(false);

/**
 * Colours where standard output is a terminal that has them, unless the environment says otherwise.
 *
 * @param isTerminal `isTTY` of standard output, which a pipe does not have
 */
export function coloursOf(env: NodeJS.ProcessEnv, isTerminal: boolean | undefined): Colours {
    const isForced = (env["FORCE_COLOR"] ?? "0") !== "0";
    const isRefused = (env["NO_COLOR"] ?? "") !== "";
    // Given undefined, it decides by itself, and colours every pipe of a CI service.
    return picocolors.createColors(!isRefused && (isForced || (isTerminal === true && env["TERM"] !== "dumb")));
}
