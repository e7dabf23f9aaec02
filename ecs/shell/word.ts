/**
 * A word of a shell script, as it stands there: texts, and what the shell puts values in for. It begins with a text,
 * perhaps an empty one.
 */
export type Word = readonly [Text, ...Part[]];

export type Part = Text | Expansion;

export interface Text {
    readonly text: string;
}

export interface Expansion {
    /** A name, the number of a parameter, or `@` for all of them; undefined for what only running it would tell. */
    readonly variable: string | undefined;
    /** Between double quotes a value is one word, whatever blanks it has. */
    readonly isQuoted: boolean;
    /** What stands for a variable that is not there: `${NAME:-otherwise}`. */
    readonly otherwise?: Word | undefined;
    /** Whether the variable then has it from there on: `${NAME:=otherwise}`. */
    readonly assigns?: boolean;
}

export interface Redirection {
    /** `>`, `>>`, `<` and so on, without a file descriptor. */
    readonly operator: string;
    readonly target: Word;
}

export interface Command {
    readonly kind: "command";
    readonly words: readonly Word[];
    readonly redirections: readonly Redirection[];
    /** Whether it runs whenever the script does, as far as what is around it tells. */
    readonly isCertain: boolean;
}

/** What a shell does, step by step; between two ends of a subshell, what it sets is forgotten at the second. */
export type Step = Command | { readonly kind: "open" } | { readonly kind: "close" };
