import { UNKNOWN, type Known } from "../known";
import type { Variables } from "./variables";
import type { Expansion, Word } from "./word";

/**
 * The words that a shell makes of those in a script: it puts values in, and splits what is not quoted at blanks. What
 * is not known is one unknown word, although it may be several, or none.
 */
export function expandedWords(words: readonly Word[], variables: Variables): readonly Known<string>[] {
    return words.flatMap((word) => expanded(word, variables));
}

/** A word where the shell does not split it, as in an assignment or after `>`. */
export function expandedText(word: Word, variables: Variables): Known<string> {
    let text: Known<string> = "";
    for (const part of word) {
        text = joined(text, "text" in part ? part.text : valueOf(part, variables));
    }
    return text;
}

function expanded(word: Word, variables: Variables): readonly Known<string>[] {
    if (word.every((part) => "text" in part)) {
        return [expandedText(word, variables)];
    }
    const done: Known<string>[] = [];
    let current: Known<string> | undefined;
    const next = () => {
        if (current !== undefined) {
            done.push(current);
        }
        current = undefined;
    };
    for (const part of word) {
        const [first, ...others] = fieldsOf(part, variables);
        if (first !== undefined && (first !== "" || ("isQuoted" in part && part.isQuoted))) {
            current = joined(current ?? "", first);
        }
        for (const other of others) {
            next();
            current = other;
        }
    }
    if (current !== "" || word.some((part) => "isQuoted" in part && part.isQuoted)) {
        next();
    }
    return done;
}

/** What a part gives: of several, the first belongs to the word before, and the last to the word after. */
function fieldsOf(part: Word[number], variables: Variables): readonly Known<string>[] {
    if ("text" in part) {
        return [part.text];
    }
    if (part.variable === "@" || part.variable === "*") {
        const parameters = variables.allParameters();
        return parameters === UNKNOWN ? [UNKNOWN] : parameters;
    }
    const value = valueOf(part, variables);
    return part.isQuoted || value === UNKNOWN ? [value] : value.split(/[ \t\n]+/);
}

function valueOf({ variable, otherwise, assigns }: Expansion, variables: Variables): Known<string> {
    if (variable === undefined) {
        return UNKNOWN;
    }
    const value = variables.value(variable);
    // `:-` takes an empty value for none, and `-` does not; nobody gives an empty one and means it.
    if (otherwise === undefined || (value !== undefined && value !== "")) {
        return value ?? UNKNOWN;
    }
    const given = expandedText(otherwise, variables);
    if (assigns === true) {
        variables.assign(variable, given);
    }
    return given;
}

function joined(before: Known<string>, after: Known<string>): Known<string> {
    return before === UNKNOWN || after === UNKNOWN ? UNKNOWN : before + after;
}
