import { UNKNOWN, type Known } from "../known";

/** Stands in a text for what only the run tells; no argument and no path has this character. */
export const HOLE = "\0";

/** The value that a process gets for a variable; undefined where nothing says it. */
export type Environment = (name: string) => Known<string> | undefined;

/** A script that puts texts together again and again could make them grow without end. */
const maxCharacters = 1 << 20;

/** The variables of a shell while its script runs. */
export class Variables {
    /** Whether what the script does now happens for certain, and in this shell. */
    isCertain = true;
    /** Those that the command sets which is being read. */
    readonly pending = new Set<string>();
    private readonly values = new Map<string, string>();

    /** @param budget what a command line may still put in, with all scripts in it */
    constructor(
        private environment: Environment,
        private readonly budget = { characters: maxCharacters },
    ) {}

    /** Those of a shell that this one starts. Which of its own variables it hands on is not known. */
    ofChild(environment = this.environment): Variables {
        const isOwn = (name: string) => this.values.has(name) || this.pending.has(name);
        return new Variables((name) => (isOwn(name) ? UNKNOWN : environment(name)), this.budget);
    }

    /** The value of a variable; undefined where nothing says it. */
    value(name: string): string | undefined {
        const value = this.pending.has(name) ? UNKNOWN : (this.values.get(name) ?? this.environment(name));
        this.budget.characters -= value === UNKNOWN ? 0 : (value?.length ?? 0);
        return value === UNKNOWN || this.budget.characters < 0 ? HOLE : value;
    }

    assign(name: string, value: string): void {
        this.values.set(name, this.isCertain ? value : HOLE);
    }

    /** After a script of which nothing is known has run in the same shell. */
    forget(): void {
        this.environment = () => UNKNOWN;
        this.values.clear();
    }
}

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
