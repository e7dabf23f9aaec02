import picocolors from "picocolors";

export type Colours = ReturnType<typeof picocolors.createColors>;

export const noColours: Colours = picocolors.createColors(false);

/** Colours where standard output is a terminal that has them, unless the environment says otherwise. */
export function coloursOf(env: NodeJS.ProcessEnv, isTerminal: boolean): Colours {
    const isForced = (env["FORCE_COLOR"] ?? "0") !== "0";
    const isRefused = (env["NO_COLOR"] ?? "") !== "";
    return picocolors.createColors(!isRefused && (isForced || (isTerminal && env["TERM"] !== "dumb")));
}
