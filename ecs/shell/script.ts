import type { Known } from "../known";
import { HOLE, type Variables } from "./words";
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
    readonly runners?: readonly string[];
}

/** A command, or what stands between commands: an operator, a bracket, or a word of the shell's own. */
export type Step = Command | string;

/** Commands that decide whether what follows them with `&&` runs. */
const tests = /^(?:!|\[\[?|test|[ef]?grep|cmp|diff|command|type|which|false)$/;
export const declaring = /^(?:export|readonly|declare|local|typeset)$/;
/** Commands of the shell itself: what is assigned before them may stay. */
const special = /^(?:export|readonly|[.:]|eval|exec|set|shift|source|trap|unset)$/;
const passedOverAt = /(?:[ \t\r]|\\\n)+|#[^\n]*|\d+(?=[<>])/y;
const operatorAt = /&&|\|\||\|&|&>>|&>|>>|>\||>&|<<<|<<-|<<|<&|<>|[\n;&|()<>]/y;
/** The shell's own words, and the beginning of a loop, whose variable follows as an argument. */
const reservedAt = /(?:(if|while|until|\{)|(fi|done|\})|then|else|elif|do)(?=[\s;&|()<>]|$)|(?=(for|select)\s)/y;
const assignmentAt = /([a-z_]\w*)(\[[^\]\s]{0,40}\]|\+)?=/iy;

/**
 * Reads a shell script once from its beginning to its end, so that the time grows with its length only. Functions,
 * arithmetic and `case` are not read.
 */
export class ScriptReader extends WordReader {
    private words: string[] = [];
    private redirections: { readonly operator: string; readonly target: string }[] = [];
    /** The variables that the command sets, in this shell or only for its program. */
    private assignments: (readonly [name: string, value: string])[] = [];
    /** The lines that end the here documents behind this one. */
    private readonly documents: RegExp[] = [];
    /** Whether what the command stands in runs, from the outermost on. */
    private readonly levels = [true];
    /** The number of subshells here, of whose variables nothing is known, neither in them nor after them. */
    private subshells = 0;
    /** Whether the commands before decide whether the next one runs. */
    private isChained = false;

    /** @param run is given each step before the next one is read, and does to the variables what a command does */
    constructor(
        script: string,
        variables: Variables,
        private readonly run: (step: Step) => void,
    ) {
        super(script, variables);
    }

    /** @throws Unreadable where the script cannot be read any further, or ends in the middle of something */
    read(): void {
        while (this.at < this.script.length) {
            if (this.take(passedOverAt).length === 0) {
                const [operator] = this.take(operatorAt);
                if (operator !== undefined && /[<>]/.test(operator)) {
                    this.readRedirection(operator);
                } else if (operator !== undefined) {
                    this.readOperator(operator);
                } else if (this.words.length > 0 || !this.readReserved()) {
                    this.readArgument();
                }
                requireReadable(this.levels.length > 0, "an end without a beginning");
            }
        }
        this.endCommand();
        requireReadable(this.levels.length === 1, "a condition or bracket that is not closed");
    }

    private get isCertain(): boolean {
        return !this.isChained && this.levels.at(-1) === true;
    }

    private readOperator(operator: string): void {
        this.endCommand(operator);
        this.run(operator);
        if (operator === "(") {
            this.levels.push(this.isCertain);
            this.subshells++;
            requireReadable(this.take(/[()]/y).length === 0, "a function or arithmetic");
        } else if (operator === ")") {
            this.levels.pop();
            this.subshells--;
        } else if (operator === "\n") {
            this.skipDocuments();
        }
    }

    private readRedirection(operator: string): void {
        this.take(passedOverAt);
        const start = this.at;
        const target = this.readWord();
        if (/^<<-?$/.test(operator)) {
            const end = this.script.slice(start, this.at).replace(/["'\\]/g, "");
            requireReadable(end.length < 1000, "a here document");
            const line = (operator === "<<" ? "" : String.raw`\t*`) + end.replace(/\W/g, String.raw`\$&`);
            this.documents.push(new RegExp(String.raw`(?<=\n)${line}\r?(?:\n|$)`, "g"));
        } else if (target !== undefined) {
            this.redirections.push({ operator, target });
        }
    }

    private skipDocuments(): void {
        for (const end of this.documents.splice(0)) {
            end.lastIndex = this.at;
            this.at = end.test(this.script) ? end.lastIndex : this.script.length;
        }
    }

    /** Reads the shell's own words at the beginning of a command. */
    private readReserved(): boolean {
        const [word, opening, closing, loop] = this.take(reservedAt);
        if (word !== undefined) {
            this.run(loop ?? word);
        }
        if (opening !== undefined || loop !== undefined) {
            this.levels.push(this.isCertain && (opening === "{" || loop !== undefined));
        } else if (closing !== undefined) {
            this.levels.pop();
        }
        return word !== undefined && word !== "";
    }

    private readArgument(): void {
        const { words, variables } = this;
        variables.isCertain = this.isCertain && this.subshells === 0;
        const mayAssign = words.length === 0 || declaring.test(words[0] ?? "");
        const [, name, change] = mayAssign ? this.take(assignmentAt) : [];
        const word = this.readWord();
        if (name !== undefined) {
            variables.pending.add(name);
            this.assignments.push([name, change === undefined ? (word ?? "") : HOLE]);
        } else if (word !== undefined) {
            if (words.length === 0) {
                // What stands before the program is its own.
                this.assignments = this.assignments.flatMap(([one]) => (special.test(word) ? [[one, HOLE]] : []));
            }
            words.push(word);
        }
    }

    private endCommand(operator = ""): void {
        const { words, redirections, assignments, isCertain, variables } = this;
        if (words.length + redirections.length > 0) {
            this.run({ words, redirections, isCertain });
        }
        assignments.forEach((assignment) => void variables.assign(...assignment));
        variables.pending.clear();
        if (words.length + assignments.length > 0 || !/^[\n(]$/.test(operator)) {
            const isTested = operator === "||" || (operator === "&&" && tests.test(words[0] ?? ""));
            this.isChained = isTested || (this.isChained && /^(?:&&|\|&?)$/.test(operator));
        }
        [this.words, this.redirections, this.assignments] = [[], [], []];
    }
}
