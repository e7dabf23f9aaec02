import type { Word } from "./word";

type Kind = "condition" | "case" | "loop" | "group" | "subshell";

interface Opened {
    readonly kind: Kind;
    /** Whether what is in it may not run. */
    readonly isConditional: boolean;
}

/** Reserved words at the beginning of a command, and what they open. */
const opening: ReadonlyMap<string, Kind> = new Map([
    ["if", "condition"],
    ["while", "condition"],
    ["until", "condition"],
    ["case", "case"],
    ["for", "loop"],
    ["select", "loop"],
    ["{", "group"],
]);
const closing = new Set(["fi", "esac", "done", "}"]);
const passedOver = new Set(["then", "else", "elif", "do", "!", "time"]);
/** Commands that decide whether what follows them with `&&` runs. */
const tests = new Set([
    "[",
    "[[",
    "test",
    "grep",
    "egrep",
    "fgrep",
    "cmp",
    "diff",
    "command",
    "type",
    "which",
    "false",
]);

/** Where in a script a command stands: whether it runs for certain, or is none but a pattern of `case`. */
export class Nesting {
    private readonly opened: Opened[] = [];
    private conditions = 0;
    private isChained = false;
    private isNegated = false;
    /** How much is open where the patterns of a `case` stand. */
    private patternsAt = 0;

    get isCertain(): boolean {
        return this.conditions === 0 && !this.isChained;
    }

    /** Whether the words up to `)` are a pattern. */
    get isPattern(): boolean {
        return this.patternsAt > 0 && this.patternsAt === this.opened.length;
    }

    /** Whether a first word is the shell's own, and no part of a command. */
    takes(word: string): boolean {
        const kind = opening.get(word);
        if (closing.has(word)) {
            this.patternsAt = 0;
            this.pop();
            return true;
        }
        if (this.isPattern) {
            return true;
        }
        if (kind !== undefined) {
            this.push(kind);
            this.patternsAt = kind === "case" ? this.opened.length : this.patternsAt;
        }
        this.isNegated ||= word === "!";
        // `for` is followed by the variable that it sets.
        return passedOver.has(word) || (kind !== undefined && kind !== "loop");
    }

    openSubshell(): void {
        this.push("subshell");
    }

    /** What a `)` closes: nothing where it ends a pattern. */
    closeParenthesis(): Kind | undefined {
        if (this.isPattern) {
            this.patternsAt = 0;
            return undefined;
        }
        return this.pop();
    }

    /** A command ends with an operator. */
    end(operator: string, words: readonly Word[]): void {
        const [part] = words[0] ?? [];
        const isTest = this.isNegated || (part !== undefined && "text" in part && tests.has(part.text));
        this.isNegated = false;
        if (operator === ";;") {
            this.patternsAt = this.opened.at(-1)?.kind === "case" ? this.opened.length : 0;
        }
        this.isChained =
            operator === "||" ||
            (operator === "&&" && (isTest || this.isChained)) ||
            (/^\|&?$/.test(operator) && this.isChained);
    }

    private push(kind: Kind): void {
        const isConditional = kind === "condition" || kind === "case" || this.isChained;
        this.opened.push({ kind, isConditional });
        this.conditions += isConditional ? 1 : 0;
    }

    private pop(): Kind | undefined {
        const last = this.opened.pop();
        this.conditions -= last?.isConditional === true ? 1 : 0;
        return last?.kind;
    }
}
