import { UNKNOWN, type Known } from "../known";

export const shells: ReadonlySet<string | undefined> = new Set(["sh", "bash", "dash", "ash", "zsh", "ksh"]);

/** What a shell is told to run. */
export type ShellInput =
    /** The text after its options with `-c`, and the words after it, which are `$0`, `$1` and so on. */
    | { readonly script: Known<string>; readonly parameters: readonly Known<string>[] }
    /** A file, and its arguments. */
    | { readonly file: readonly Known<string>[] };

/** Options that take the next word as their value. */
const valued = new Set(["--rcfile", "--init-file"]);

/** Reads the arguments of a shell, without its name. */
export function shellInput(words: readonly Known<string>[]): ShellInput {
    let hasScript = false;
    let at = 0;
    for (let word = words[at]; typeof word === "string" && /^[-+]./.test(word); word = words[at]) {
        at++;
        if (word === "--") {
            break;
        }
        if (valued.has(word)) {
            at++;
        } else if (!word.startsWith("--")) {
            hasScript ||= word.startsWith("-") && word.includes("c");
            // `-o pipefail`, also among others as in `-euo pipefail`.
            at += word.match(/o/gi)?.length ?? 0;
        }
    }
    const [script, ...parameters] = words.slice(at);
    return hasScript ? { script: script ?? UNKNOWN, parameters } : { file: words.slice(at) };
}
