import { UNKNOWN, type Known } from "../known";
import { requireReadable, WordReader } from "./words";

/** A command of a script. */
export interface Command {
    /** The program and its arguments; empty where it only opens files. */
    readonly words: readonly string[];
    /** The files that it opens, with `>`, `>>`, `<` and so on. */
    readonly redirections: readonly { readonly operator: string; readonly target: string }[];
    /** Whether it runs whenever the script does, and not under a condition. */
    readonly isCertain: Known<boolean>;
    /** The programs before it that run it: `sudo`, `timeout`, also `!`. */
    readonly runners: readonly string[];
}

/** A command, a substitution or assignment in it (`$(a)`, `A=b`, of a loop `=b`), or what stands between commands. */
export type Step = Command | string;

/** Commands that decide whether what follows them with `&&` runs. */
const tests = /^(?:!|\[\[?|test|[ef]?grep|cmp|diff|command|type|which|false)$/;
const blankAt = /(?:[ \t\r]|\\\n)+|#[^\n]*|\d+(?=[<>])/y;
const operatorAt = /&&|\|\||\|&|&>>|&>|>>|>\||>&|<<<|<<-|<<|<&|<>|[\n;&|()<>]/y;
/** The shell's own words, and the beginning of a loop, whose variable follows as an argument. */
const reservedAt = /(?:(if|while|until|\{)|(fi|done|\})|then|else|elif|do)(?=[\s;&|()<>]|$)|(?=(for|select)\s)/y;
const assignmentAt = /(?=[a-z_]\w*(?:\[[^\]\s]{0,40}\]|\+)?=)/iy;

/**
 * Reads a shell script once from its beginning to its end, so that the time grows with its length only. Functions,
 * arithmetic and `case` are not read.
 */
export class ScriptReader extends WordReader {
    private words: string[] = [];
    private redirections: { readonly operator: string; readonly target: string }[] = [];
    /** The here documents behind this line. */
    private readonly documents: RegExp[] = [];
    /** Whether what the command stands in runs, from the outermost on. */
    private readonly levels = [true];
    /** Whether the commands before decide whether the next one runs. */
    private isChained = false;

    /** @throws Unreadable where the script cannot be read any further, or ends in the middle of something */
    *read(): Iterable<Step> {
        while (this.at < this.script.length) {
            if (this.take(blankAt).length === 0) {
                const [operator = ""] = this.take(operatorAt);
                if (/[<>]/.test(operator)) {
                    this.readRedirection(operator);
                } else if (operator !== "") {
                    yield* this.readOperator(operator);
                } else {
                    yield* this.readReserved();
                    this.readArgument();
                }
                requireReadable(this.levels.length > 0, "an end without a beginning");
            }
        }
        yield* this.endCommand();
        requireReadable(this.levels.length === 1, "a condition or bracket that is not closed");
    }

    private get isCertain(): boolean {
        return !this.isChained && this.levels.at(-1) === true;
    }

    private *readOperator(operator: string): Iterable<Step> {
        yield* this.endCommand(operator);
        yield operator;
        if (operator === "(") {
            this.levels.push(this.isCertain);
            requireReadable(this.take(/[()]/y).length === 0, "a function or arithmetic");
        } else if (operator === ")") {
            this.levels.pop();
        } else if (operator === "\n") {
            this.documents.splice(0).forEach((document) => this.take(document));
        }
    }

    private readRedirection(operator: string): void {
        this.take(blankAt);
        const start = this.at;
        const target = this.readWord();
        if (/^<<-?$/.test(operator)) {
            const end = this.script.slice(start, this.at).replace(/["'\\]/g, "");
            requireReadable(end.length < 1000, "a here document");
            const line = (operator === "<<" ? "" : String.raw`\t*`) + end.replace(/\W/g, String.raw`\$&`);
            this.documents.push(new RegExp(String.raw`[^]*?(?<=\n)${line}\r?(?:\n|$)|[^]*`, "y"));
        } else if (target !== undefined) {
            this.redirections.push({ operator, target });
        }
    }

    /** Reads a word of the shell's own at the beginning of a command. */
    private *readReserved(): Iterable<Step> {
        const [word = "", opening, closing, loop] = this.words.length === 0 ? this.take(reservedAt) : [];
        if (loop !== undefined || word !== "") {
            yield loop ?? word;
        }
        if (opening !== undefined || loop !== undefined) {
            this.levels.push(this.isCertain && (opening === "{" || loop !== undefined));
        } else if (closing !== undefined) {
            this.levels.pop();
        }
    }

    private readArgument(): void {
        const [program] = this.words;
        const isAssignment = program === undefined && this.take(assignmentAt).length > 0;
        const word = this.readWord();
        if (word === undefined) {
            return;
        }
        this.words.push(...(isAssignment ? [] : [word]));
        // `export A=b`, `read A`, `for A in b`: a command may change each variable that it names.
        if (program !== "echo") {
            this.changed.add(word.replace(/\W.*/s, ""));
            this.given.push(program === "for" ? `=${word}` : word);
        }
    }

    private *endCommand(operator = ""): Iterable<Step> {
        const { words, redirections, given, isCertain } = this;
        yield* given.filter((text) => /^[$`]|^\(.|=/.test(text));
        if (words.length + redirections.length > 0) {
            yield { words, redirections, isCertain, runners: [] };
        }
        if (/^(?:\.|source)$/.test(words[0] ?? "")) {
            this.environment = () => UNKNOWN;
        }
        if (words.length + redirections.length + given.length > 0 || !["\n", "("].includes(operator)) {
            const isTested = operator === "||" || (operator === "&&" && tests.test(words[0] ?? ""));
            this.isChained = isTested || (this.isChained && /&&|\|/.test(operator));
        }
        [this.words, this.redirections, this.given] = [[], [], []];
    }
}
