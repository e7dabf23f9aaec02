import { HOLE, type Variables } from "./variables";

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
const variableAt = /\$(?:([a-z_]\w*)|\{([a-z_]\w*)(?::?-([^{}"'`\\()*]{0,999}))?\})/iy;
/** What only running it would tell. */
const unknownAt = /`[^`\\]*`|\$'[^'\\]*'|\$\{[^{}"'`\\=]*\}|\$[\d@*#?!$-]|\*/y;
/** A blank or an operator; an array begins as one. */
const endAt = /(?=[ \t\r\n;&|)<>]|(?<!=)\()/y;
/** Parts of a text in parentheses. */
const innerAt = /[()]|'[^']*'|"(?:[^"\\]|\\[^]){0,9999}"|\\[^]|[^()'"\\]+/y;

/** Reads words of a script as the shell passes them on: with values put in, and holes for what is not known. */
export class WordReader {
    protected at = 0;
    private word: string | undefined;
    private isQuoted = false;

    constructor(
        protected readonly script: string,
        protected readonly variables: Variables,
    ) {}

    /** Reads up to a blank or an operator; undefined where the shell makes no word of it. @throws Unreadable */
    readWord(): string | undefined {
        this.word = undefined;
        while (this.at < this.script.length && (this.isQuoted || this.take(endAt).length === 0)) {
            this.readPart();
        }
        requireReadable(!this.isQuoted, "a quote that is not closed");
        return this.word;
    }

    /** What a pattern finds here, which is passed over, and its groups. */
    protected take(pattern: RegExp): readonly (string | undefined)[] {
        pattern.lastIndex = this.at;
        const found = pattern.exec(this.script) ?? [];
        this.at += found[0]?.length ?? 0;
        return found;
    }

    private readPart(): void {
        const [text, first, second, third] = this.take(this.isQuoted ? quotedAt : plainAt);
        if (text !== undefined) {
            this.add(first ?? second ?? third);
        } else if (this.take(/"/y).length > 0) {
            this.isQuoted = !this.isQuoted;
            this.add("");
        } else if (this.take(/\$?(?=\()/y).length > 0) {
            this.readParentheses();
        } else {
            this.readVariable();
        }
    }

    private readVariable(): void {
        const [, plain, name = plain, byDefault] = this.take(variableAt);
        requireReadable(name !== undefined || this.take(unknownAt).length > 0, "a quote or an expansion");
        const told = name === undefined ? HOLE : this.variables.value(name);
        // `:-` takes an empty value for none, and `-` does not; nobody gives an empty one and means it.
        const isDefault = byDefault !== undefined && (told ?? "") === "";
        const inner = new WordReader(`"${byDefault ?? ""}"`, this.variables);
        const value = (isDefault ? inner.readWord() : told) ?? HOLE;
        // Without quotes, an empty value is no word, and one with blanks becomes several, which are not followed.
        const isSplit = !this.isQuoted && /[ \t\n]/.test(value);
        this.add(value === "" && !this.isQuoted ? undefined : isSplit ? HOLE : value);
    }

    private readParentheses(): void {
        let depth = 0;
        do {
            const [part] = this.take(innerAt);
            requireReadable(part !== undefined, "a bracket that is not closed");
            depth += part === "(" ? 1 : part === ")" ? -1 : 0;
        } while (depth > 0);
        this.add(HOLE);
    }

    private add(text: string | undefined): void {
        this.word = text === undefined ? this.word : (this.word ?? "") + text;
    }
}
