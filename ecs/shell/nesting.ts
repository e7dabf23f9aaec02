import type { Word } from "./word";

type Kind = "condition" | "case" | "loop" | "group" | "subshell";

interface Opened {
    readonly kind: Kind;
    /** Whether what is in it may not run. */
    readonly isConditional: boolean;
    /** What it stands in. */
    readonly outer: Opened | undefined;
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
/** Operators behind which a command runs only where the one before does. */
const chaining: ReadonlySet<string | undefined> = new Set(["&&", "|", "|&"]);
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
    /** Whether the words up to `)` are a pattern. */
    isPattern = false;
    private opened: Opened | undefined;
    private isChained = false;
    private isNegated = false;

    get isCertain(): boolean {
        return !this.isChained && this.opened?.isConditional !== true;
    }

    /** Whether a first word is the shell's own, and no part of a command. */
    takes(word: string): boolean {
        const kind = opening.get(word);
        if (closing.has(word)) {
            this.isPattern = false;
            this.pop();
            return true;
        }
        if (this.isPattern) {
            return true;
        }
        if (kind !== undefined) {
            this.push(kind);
            this.isPattern = kind === "case";
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
            this.isPattern = false;
            return undefined;
        }
        return this.pop();
    }

    /** A command ends with an operator, or with the script. */
    end(operator: string | undefined, words: readonly Word[]): void {
        const [first] = words;
        const isTest = this.isNegated || (first !== undefined && tests.has(first[0].text));
        this.isNegated = false;
        if (operator === ";;") {
            this.isPattern = this.opened?.kind === "case";
        }
        this.isChained =
            operator === "||" || (operator === "&&" && isTest) || (chaining.has(operator) && this.isChained);
    }

    private push(kind: Kind): void {
        const isConditional = kind === "condition" || kind === "case" || !this.isCertain;
        this.opened = { kind, isConditional, outer: this.opened };
    }

    private pop(): Kind | undefined {
        const { opened } = this;
        this.opened = opened?.outer;
        return opened?.kind;
    }
}
