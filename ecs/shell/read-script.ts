import { readHereDocuments, type HereDocument } from "./here-document";
import { placeOf } from "./place-of";
import { readWord } from "./read-word";
import type { Redirection, Step, Word } from "./word";
import { Nesting } from "./nesting";

/**
 * What a shell script does, step by step. It is read once from its beginning to its end, so that the time grows with
 * its length only; the bodies of functions, conditions and loops count as what they stand in.
 */
export function readScript(text: string): readonly Step[] {
    return plainCommand.test(text) ? [commandOf(text)] : new ScriptReader(text).read();
}

/**
 * One program with plain words, as most scripts are: its name is no word of the shell, because none has these signs.
 */
const plainCommand = /^[\w.]*[-/][\w./-]*(?: +[\w./:@,-]+)*$/;

function commandOf(text: string): Step {
    const words = text.split(/ +/).map((word): Word => [{ text: word }]);
    return { kind: "command", words, redirections: [], isCertain: true };
}

const operators = ["&&", "||", ";;", "|&", "&>>", "&>", ">>", ">|", ">&", "<<<", "<<-", "<<", "<&", "<>"];

class ScriptReader {
    private readonly steps: Step[] = [];
    private readonly nesting = new Nesting();
    private at = 0;
    private words: Word[] = [];
    private redirections: Redirection[] = [];
    private documents: HereDocument[] = [];

    constructor(private readonly text: string) {}

    read(): readonly Step[] {
        for (let character = this.text[this.at]; character !== undefined; character = this.text[this.at]) {
            if (/[ \t\r]/.test(character)) {
                this.at++;
            } else if (character === "\\" && this.text[this.at + 1] === "\n") {
                this.at += 2;
            } else if (character === "#") {
                this.at = placeOf("\n", this.text, this.at);
            } else if (/[\n;&|()<>]/.test(character)) {
                this.readOperator(this.operatorAt());
            } else {
                this.readWord();
            }
        }
        this.endCommand();
        return this.steps;
    }

    private operatorAt(): string {
        return operators.find((one) => this.text.startsWith(one, this.at)) ?? (this.text[this.at] as string);
    }

    private readOperator(operator: string): void {
        this.at += operator.length;
        if (/[<>]/.test(operator)) {
            this.readRedirection(operator);
        } else if (operator === "(") {
            this.open();
        } else {
            this.endCommand(operator);
            if (operator === ")" && this.nesting.closeParenthesis() === "subshell") {
                this.steps.push({ kind: "close" });
            }
            if (operator === "\n") {
                this.at = readHereDocuments(this.text, this.at, this.documents);
                this.documents = [];
            }
        }
    }

    private open(): void {
        if (this.nesting.isPattern) {
            return;
        }
        if (this.text[this.at] === ")") {
            // The name of a function; its body follows.
            this.words = [];
            this.at++;
            return;
        }
        if (this.words.length > 0) {
            this.endCommand();
        }
        this.nesting.openSubshell();
        this.steps.push({ kind: "open" });
    }

    private readRedirection(operator: string): void {
        while (/[ \t]/.test(this.text[this.at] ?? "")) {
            this.at++;
        }
        const start = this.at;
        const { value, end } = readWord(this.text, start);
        this.at = end;
        if (operator === "<<" || operator === "<<-") {
            this.documents.push({ end: this.text.slice(start, end), stripsTabs: operator === "<<-" });
        } else {
            this.redirections.push({ operator, target: value });
        }
    }

    private readWord(): void {
        const start = this.at;
        const { value, end } = readWord(this.text, start);
        const beginning = this.text.slice(start, start + 10);
        this.at = end;
        const isDescriptor = /^\d+[<>]/.test(beginning);
        if (!isDescriptor && !(this.words.length === 0 && this.nesting.takes(beginning.slice(0, end - start)))) {
            this.words.push(value);
        }
    }

    /** A command ends with an operator, or without one: before what a `(` opens, and at the end of the script. */
    private endCommand(operator?: string): void {
        const { words, redirections } = this;
        this.words = [];
        this.redirections = [];
        const isPattern = this.nesting.isPattern;
        const isCertain = this.nesting.isCertain;
        this.nesting.end(operator, words);
        if (!isPattern && words.length + redirections.length > 0) {
            this.steps.push({ kind: "command", words, redirections, isCertain });
        }
    }
}
