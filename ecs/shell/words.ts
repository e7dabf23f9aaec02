import { UNKNOWN, type Known } from "../known";

/** Stands in a text for what only the run tells; no argument and no path has this character. */
export const HOLE = "\0";

/** The value that a process gets for a variable; undefined where nothing says it. */
export type Environment = (name: string) => Known<string> | undefined;

/** A quote or bracket is not closed, or something is written in a way that is not read: the message names it. */
export class Unreadable extends Error {}

/** @throws Unreadable */
export function requireReadable(isSo: boolean, what: string): asserts isSo {
    if (!isSo) {
        throw new Unreadable(what);
    }
}

/** Texts that stand for themselves. */
const plainAt = /'([^']*)'|\\\n|\\([^])|([^ \t\r\n;&|()<>"'$`\\*]+|\$(?![\w@*#?!$({["'-]))/y;
const quotedAt = /\\\n|\\([$`"\\])|([^"$`\\]+|\\|\$(?![\w@*#?!$({[-]))/y;
/** `$NAME`, `${NAME}` or `${NAME:-default}` with a plain default. */
const variableAt = /\$(?:([a-z_]\w*)|\{([a-z_]\w*)(?::?-([^$*{}"'`\\()]{0,999}))?\})/iy;
/** What only running it would tell. */
const unknownAt = /`[^`\\]*`|\$'[^'\\]*'|\$\{[^{}"'`\\=]*\}|\$[\d@*#?!$-]|\*/y;
/** A blank or an operator; an array begins as one. */
const endAt = /(?=[ \t\r\n;&|)<>]|(?<!=)\()/y;
/** Parts of a text in parentheses. */
const innerAt = /[()]|'[^']*'|"(?:[^"\\]|\\[^]){0,9999}"|\\[^]|[^()'"\\]+/y;

/** Reads words of a script as the shell passes them on: with values put in, and holes for what is not known. */
export class WordReader {
    protected at = 0;
    /** The variables that the script may have changed: what it makes of them is not followed. */
    protected readonly changed = new Set<string>();
    /** The substitutions and assignments in this command: `$(a)`, `A=b`. */
    protected given: string[] = [];
    /** How many characters of values are still put in. */
    private budget = 1 << 20;

    constructor(
        protected readonly script: string,
        protected environment: Environment,
    ) {}

    /** Reads up to a blank or an operator; undefined where the shell makes no word of it. @throws Unreadable */
    readWord(): string | undefined {
        let word: string | undefined;
        let isQuoted = false;
        while (this.at < this.script.length && (isQuoted || this.take(endAt).length === 0)) {
            const [text, ...inside] = this.take(isQuoted ? quotedAt : plainAt);
            const isQuote = text === undefined && this.take(/"/y).length > 0;
            isQuoted = isQuoted !== isQuote;
            const literal = isQuote ? "" : inside.find((group) => group !== undefined);
            const part = text === undefined && !isQuote ? this.readExpansion(isQuoted) : literal;
            word = part === undefined ? word : (word ?? "") + part;
        }
        requireReadable(!isQuoted, "a quote that is not closed");
        return word;
    }

    /** What a pattern finds here, which is passed over, and its groups. */
    protected take(pattern: RegExp): readonly (string | undefined)[] {
        pattern.lastIndex = this.at;
        const found = pattern.exec(this.script) ?? [];
        this.at += found[0]?.length ?? 0;
        return found;
    }

    private readExpansion(isQuoted: boolean): string | undefined {
        const [, plain, name = plain, byDefault] = this.take(variableAt);
        if (name === undefined) {
            return this.readUnknown();
        }
        const told = this.changed.has(name) ? UNKNOWN : this.environment(name);
        // `:-` takes an empty value for none, and `-` does not; nobody gives an empty one and means it.
        const value = byDefault !== undefined && (told ?? "") === "" ? byDefault : (told ?? UNKNOWN);
        // Without quotes, a value with blanks becomes several words, which are not followed, and an empty one is none.
        if (value === UNKNOWN || (!isQuoted && /[ \t\n]/.test(value))) {
            return HOLE;
        }
        this.budget -= value.length;
        return this.budget < 0 ? HOLE : value === "" && !isQuoted ? undefined : value;
    }

    private readUnknown(): string {
        const start = this.at;
        let depth = this.take(/\$?\(/y).length;
        requireReadable(depth > 0 || this.take(unknownAt).length > 0, "a quote or an expansion");
        while (depth > 0) {
            const [part] = this.take(innerAt);
            requireReadable(part !== undefined, "a bracket that is not closed");
            depth += part === "(" ? 1 : part === ")" ? -1 : 0;
        }
        this.given.push(this.script.slice(start, this.at));
        return HOLE;
    }
}
