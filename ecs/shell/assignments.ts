import { UNKNOWN, type Known } from "../known";
import { expandedText } from "./expand";
import { absolutePath } from "./absolute-path";
import type { Run } from "./runs";
import type { Variables } from "./variables";
import type { Command, Word } from "./word";

interface Assignment {
    readonly name: string;
    readonly value: Word;
}

const declaring: ReadonlySet<Known<string> | undefined> = new Set([
    "export",
    "readonly",
    "declare",
    "local",
    "typeset",
]);
const changing: ReadonlySet<Known<string> | undefined> = new Set([
    "read",
    "unset",
    "for",
    "select",
    "getopts",
    "mapfile",
    "readarray",
]);

/** The assignments at the beginning of a command. */
export function assignedIn(words: readonly Word[]): readonly Assignment[] {
    const assignments: Assignment[] = [];
    for (const word of words) {
        const one = assignment(word);
        if (one === undefined) {
            break;
        }
        assignments.push(one);
    }
    return assignments;
}

/** Does to the variables of a shell what a command does. What may not run leaves them unknown. */
export function setVariables({ words }: Command, run: Run, variables: Variables): void {
    const given = assignedIn(words);
    const [name, ...rest] = run.words.slice(given.length);
    const declared = declaring.has(name) ? words.flatMap((word) => assignment(word) ?? []) : [];
    const assign = (variable: string, value: Known<string>) =>
        variables.assign(variable, run.isCertain ? value : UNKNOWN);
    for (const { name: variable, value } of given.length === words.length ? given : declared) {
        assign(variable, expandedText(value, variables));
    }
    if (name === "." || name === "source" || (name === "eval" && rest.includes(UNKNOWN))) {
        variables.forget();
    } else if (name === "cd" || name === "pushd" || name === "popd") {
        const [directory] = rest;
        const isPath = directory !== undefined && directory !== UNKNOWN && !/^[-~+]/.test(directory);
        assign("PWD", isPath && name !== "popd" ? absolutePath(directory, run.directory) : UNKNOWN);
    } else if (name === "set" || name === "shift") {
        variables.parameters = name === "set" && rest.every(isOption) ? variables.parameters : UNKNOWN;
    } else if (changing.has(name)) {
        rest.forEach((variable) => {
            variables.assign(variable, UNKNOWN);
        });
    }
}

function isOption(word: Known<string>): boolean {
    return typeof word === "string" && /^[-+]\w/.test(word);
}

/** `NAME=value`, as it stands in a script. */
function assignment([{ text }, ...others]: Word): Assignment | undefined {
    const name = /^[a-z_]\w*(?==)/i.exec(text)?.[0];
    return name === undefined ? undefined : { name, value: [{ text: text.slice(name.length + 1) }, ...others] };
}
