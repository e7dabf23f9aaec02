import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Violation } from "../../checks/rules/rule";

const folder = join(__dirname, "..", "..", "policy-pack", "examples");

/** What a rule says of an example. */
export interface ExpectedFinding extends Violation {
    /** The rule, where it is another one than that of the folder: some mistakes are two. */
    readonly rule?: string;
    /** The resource, in an example that is a template. */
    readonly resource?: string;
}

/**
 * A task definition or a CloudFormation template that stands for what a rule accepts or rejects, and what it then says.
 */
export interface Example {
    readonly rule: string;
    readonly name: string;
    readonly definition: Record<string, unknown>;
    readonly expected: readonly ExpectedFinding[];
}

function json<T>(...path: string[]): T {
    return JSON.parse(readFileSync(join(folder, ...path), "utf8")) as T;
}

/**
 * Every example of a rule: those called `right-…`, and those called `wrong-…` with what `expected.json` says of them.
 */
export function examplesOf(rule: string): readonly Example[] {
    const expected = json<Record<string, ExpectedFinding[]>>(rule, "expected.json");
    return readdirSync(join(folder, rule))
        .filter((file) => /^(right|wrong)-.*\.json$/.test(file))
        .map((file) => {
            const name = file.replace(/\.json$/, "");
            return { rule, name, definition: json(rule, file), expected: expected[name] ?? [] };
        });
}
