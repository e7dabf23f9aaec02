/** Nothing mandatory found; mandatory findings; something could not be read, or the command was not understood. */
export const ExitCode = { Clean: 0, Findings: 1, Failure: 2 } as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
