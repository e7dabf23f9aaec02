import { HOLE, type Variables } from "./variables";

/** A quote or bracket is not closed, or something is written in a way that is not read. */
export class Unreadable extends Error {}

/** Texts that stand for themselves. */
const plainAt = /'([^']*)'|\\\n|\\([^])|([^ \t\r\n;&|()<>"'$`\\*]+|\$(?![\w@*#?!$({["'-]))/y;
const quotedAt = /\\\n|\\([$`"\\])|([^"$`\\]+|\\|\$(?![\w@*#?!$({[-]))/y;
const variableAt = /\$(?:([a-z_]\w*|[\d@*#?!$-])|\{([a-z_]\w*|[\d@*])(?::?-([^{}"'`\\()]{0,999}))?\})/iy;
/** What only running it would tell. */
const unknownAt = /`[^`\\]*`|\$'[^'\\]*'|\$\{[^{}"'`\\=]*\}|\*/y;
/** A blank or an operator; an array begins as one. */
const endAt = /(?=[ \t\r\n;&|)<>]|(?<!=)\()/y;
/** Parts of a text in parentheses. */
const innerAt = /[()]|'[^']*'|"(?:[^"\\]|\\[^]){0,9999}"|\\[^]|[^()'"\\]+/y;

/** Reads words of a script as the shell passes them on: with values put in, and holes for what is not known. */
export class WordReader {
    protected at = 0;
    private readonly fields: string[] = [];
    private field: string | undefined;
    private isQuoted = false;

    constructor(
        protected readonly script: string,
        protected readonly variables: Variables,
    ) {}

    /**
     * Reads up to a blank or an operator. What is not quoted becomes several words where a value has blanks, except
     * where the shell does not split it: in an assignment, or after `>`. @throws Unreadable
     */
    readWord(isSplit: boolean): readonly string[] {
        while (this.at < this.script.length && (this.isQuoted || this.take(endAt).length === 0)) {
            this.readPart(isSplit);
        }
        this.endField();
        this.require(!this.isQuoted);
        return this.fields.splice(0);
    }

    /** What a pattern finds here, which is passed over, and its groups. */
    protected take(pattern: RegExp): readonly (string | undefined)[] {
        pattern.lastIndex = this.at;
        const found = pattern.exec(this.script) ?? [];
        this.at += found[0]?.length ?? 0;
        return found;
    }

    protected require(isSo: boolean): asserts isSo {
        if (!isSo) {
            throw new Unreadable();
        }
    }

    private readPart(isSplit: boolean): void {
        const [text, first, second, third] = this.take(this.isQuoted ? quotedAt : plainAt);
        if (text !== undefined) {
            this.add(first ?? second ?? third);
        } else if (this.take(/"/y).length > 0) {
            this.isQuoted = !this.isQuoted;
            this.add(this.isQuoted && !this.script.startsWith('$@"', this.at) ? "" : undefined);
        } else if (this.take(/\$?(?=\()/y).length > 0) {
            this.readParentheses();
        } else {
            this.readVariable(isSplit);
        }
    }

    /** `$NAME`, `${NAME}` or `${NAME:-default}` with a plain default; other forms take running the shell. */
    private readVariable(isSplit: boolean): void {
        const { variables } = this;
        const [, plain, name = plain, byDefault] = this.take(variableAt);
        if (name === undefined) {
            this.require(this.take(unknownAt).length > 0);
            this.add(HOLE);
        } else if (name === "@" || name === "*") {
            this.addFields(variables.allParameters());
        } else {
            const told = variables.value(name);
            // `:-` takes an empty value for none, and `-` does not; nobody gives an empty one and means it.
            const isDefault = byDefault !== undefined && (told ?? "") === "";
            const [value = ""] = isDefault
                ? new WordReader(`"${byDefault}"`, variables).readWord(false)
                : [told ?? HOLE];
            this.addFields(isSplit && !this.isQuoted ? value.split(/[ \t\n]+/) : [value]);
        }
    }

    private readParentheses(): void {
        let depth = 0;
        do {
            const [part] = this.take(innerAt);
            this.require(part !== undefined);
            depth += part === "(" ? 1 : part === ")" ? -1 : 0;
        } while (depth > 0);
        this.add(HOLE);
    }

    /** The first belongs to the word before, and the last to the word after. */
    private addFields(texts: readonly string[]): void {
        texts.forEach((text, index) => {
            if (index > 0) {
                this.endField();
            }
            this.add(text === "" && !this.isQuoted ? undefined : text);
        });
    }

    private add(text: string | undefined): void {
        this.field = text === undefined ? this.field : (this.field ?? "") + text;
    }

    private endField(): void {
        this.fields.push(...(this.field === undefined ? [] : [this.field]));
        this.field = undefined;
    }
}
