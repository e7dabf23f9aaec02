import { all, type Known } from "../known";
import { HOLE, type Variables } from "./variables";
import { WordReader } from "./words";

/** A command of a script. */
export interface Command {
    /** The program and its arguments, behind `NAME=` for each of its own variables; empty where it only opens files. */
    readonly words: readonly string[];
    /** The files that it opens, with `>`, `>>`, `<` and so on. */
    readonly redirections: readonly { readonly operator: string; readonly target: string }[];
    /** Whether it runs whenever the script does, and not under a condition. */
    readonly isCertain: Known<boolean>;
    readonly directory: string;
}

/** Commands that decide whether what follows them with `&&` runs. */
const tests = /^(?:!|\[\[?|test|[ef]?grep|cmp|diff|command|type|which|false)$/;
const declaring = /^(?:export|readonly|declare|local|typeset)$/;
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
    /** The variables that the command sets, or gets for itself. */
    private assignments: (readonly [name: string, value: string])[] = [];
    /** Patterns of the lines that end the here documents behind this one. */
    private readonly documents: string[] = [];
    /** Whether what the command stands in runs, from the outermost on. */
    private readonly levels: Known<boolean>[];
    /** The variables before each subshell. */
    private readonly saved: Map<string, string>[] = [];
    /** Whether the commands before decide whether the next one runs. */
    private isChained = false;

    /** @param run is given each command before the next one is read, and does to the variables what that does */
    constructor(
        script: string,
        variables: Variables,
        isCertain: Known<boolean>,
        private readonly run: (command: Command) => void,
    ) {
        super(script, variables);
        this.levels = [isCertain];
    }

    /** @throws Unreadable where the script cannot be read any further, or ends in the middle of something */
    read(): void {
        while (this.at < this.script.length) {
            if (this.take(passedOverAt).length === 0) {
                const [operator] = this.take(operatorAt);
                if (operator !== undefined) {
                    this.readOperator(operator);
                } else if (this.words.length > 0 || !this.readReserved()) {
                    this.readArgument();
                }
            }
        }
        this.endCommand();
        this.require(this.levels.length === 1);
    }

    private get isCertain(): Known<boolean> {
        return this.isChained ? false : (this.levels.at(-1) ?? false);
    }

    private readOperator(operator: string): void {
        if (/[<>]/.test(operator)) {
            this.readRedirection(operator);
            return;
        }
        this.endCommand(operator);
        if (operator === "(") {
            this.levels.push(this.isCertain);
            this.saved.push(this.variables.saved());
            this.require(this.take(/[()]/y).length === 0); // Arithmetic, or a function.
        } else if (operator === ")") {
            this.levels.pop();
            const saved = this.saved.pop();
            this.require(saved !== undefined);
            this.variables.restore(saved);
        } else if (operator === "\n") {
            this.skipDocuments();
        }
        this.require(this.levels.length > 0);
    }

    private readRedirection(operator: string): void {
        this.take(passedOverAt);
        this.variables.ofCommand.clear();
        const start = this.at;
        const [target] = this.readWord(false);
        if (/^<<-?$/.test(operator)) {
            const end = this.script.slice(start, this.at).replace(/["'\\]/g, "");
            this.require(end.length < 1000);
            this.documents.push((operator === "<<" ? "" : String.raw`\t*`) + end.replace(/\W/g, String.raw`\$&`));
        } else if (target !== undefined) {
            this.redirections.push({ operator, target });
        }
    }

    private skipDocuments(): void {
        for (const end of this.documents.splice(0)) {
            const last = new RegExp(String.raw`(?<=\n)${end}\r?(?:\n|$)`, "g");
            last.lastIndex = this.at;
            this.at = last.test(this.script) ? last.lastIndex : this.script.length;
        }
    }

    /** Reads the shell's own words at the beginning of a command. */
    private readReserved(): boolean {
        const [word, opening, closing, loop] = this.take(reservedAt);
        if (opening !== undefined || loop !== undefined) {
            this.levels.push(all([this.isCertain, opening === "{" || loop !== undefined]));
        } else if (closing !== undefined) {
            this.levels.pop();
            this.require(this.levels.length > 0);
        }
        return word !== undefined && word !== "";
    }

    private readArgument(): void {
        const { words, assignments, variables } = this;
        variables.isCertain = this.isCertain === true;
        const isFirst = words.length === assignments.length;
        const [, name, change] = isFirst || declaring.test(words[0] ?? "") ? this.take(assignmentAt) : [];
        if (name === undefined || !isFirst) {
            variables.ofCommand.clear();
        }
        const read = this.readWord(name === undefined);
        if (name === undefined) {
            read.forEach((word) => words.push(word)); // There may be more than one call takes.
        } else {
            const value = change === undefined ? (read[0] ?? "") : HOLE;
            variables.ofCommand.set(name, value);
            assignments.push([name, value]);
            words.push(`${name}=`);
        }
    }

    private endCommand(operator = ""): void {
        const { words, redirections, assignments, isCertain, variables } = this;
        const [first = ""] = words;
        variables.ofCommand.clear();
        this.require(!/^(?:function|case)$/.test(first));
        this.require(declaring.test(first) || !declaring.test(words[assignments.length] ?? ""));
        if (words.length + redirections.length > 0) {
            variables.isCertain = isCertain === true;
            this.run({ words, redirections, isCertain, directory: variables.value("PWD") ?? HOLE });
            const isKept = words.length === assignments.length || declaring.test(first);
            (isKept ? assignments : []).forEach((assignment) => void variables.assign(...assignment));
        }
        if (words.length > 0 || !/^[\n(]$/.test(operator)) {
            const isTested = operator === "||" || (operator === "&&" && tests.test(first));
            this.isChained = isTested || (this.isChained && /^(?:&&|\|&?)$/.test(operator));
        }
        [this.words, this.redirections, this.assignments] = [[], [], []];
    }
}
