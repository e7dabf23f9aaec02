/** What is said on the command line about how files are read. */
export interface ReadOptions {
    /** The values of a template's parameters, by their names. */
    readonly parameters: Readonly<Record<string, string>>;
}

export const noReadOptions: ReadOptions = { parameters: {} };
